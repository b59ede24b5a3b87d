import type { DatabaseOptions } from "#db/database.ts";
import type { Env } from "../env.ts";

/** Where the data is, when the environment does not say. */
export function databaseOf({ DATABASE_URL, DATABASE_AUTH_TOKEN, DATA_DIR }: Env): DatabaseOptions & { url: string } {
  const setBy = DATABASE_URL === undefined ? "DATA_DIR" : "DATABASE_URL";
  return { url: DATABASE_URL ?? `file:${DATA_DIR}/rapport.db`, authToken: DATABASE_AUTH_TOKEN, setBy };
}

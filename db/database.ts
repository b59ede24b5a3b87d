import { fileURLToPath } from "node:url";
import type { Directory } from "#core/ports/store.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { widenFormerKeys } from "./former-keys.ts";
import { migrate } from "./migrate.ts";
import { raw } from "./sql.ts";
import { refreshStoredForms } from "./stored-forms.ts";
import { openDirectory } from "./stores/directory.ts";

/** `url`: `file:PATH` for a file of this process alone; `libsql://`, `https://` or `http://` for a libSQL server. */
export type DatabaseOptions = { url: string; authToken?: string | undefined };

export type Database = {
  readonly kind: "local" | "remote";
  readonly directory: Directory;
  /** Keys made before the scopes `channels` and `settings` that have been given both: an upgrade takes nothing away. */
  readonly widenedKeys: number;
  /** Throws when the database cannot be reached. */
  ready(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the database and brings its schema up to date. Throws when another process owns the file. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const connection = await connect(options);
  let widenedKeys = 0;
  try {
    await migrate(connection);
    await refreshStoredForms(connection);
    widenedKeys = await widenFormerKeys(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
  return {
    kind: connection.kind,
    directory: openDirectory(connection),
    widenedKeys,
    ready: async () => void (await rowsOf(connection, raw("SELECT 1"))),
    close: () => connection.close(),
  };
}

/** Each driver is loaded only where it is used. */
async function connect({ url, authToken }: DatabaseOptions): Promise<Connection> {
  const path = localPath(url);
  if (path !== null) {
    const { openLocal } = await import("./local.ts");
    return openLocal(path);
  }
  const { openRemote } = await import("./remote.ts");
  return openRemote(url, authToken);
}

/** The path that a database address names; null for a server. */
export function localPath(url: string): string | null {
  if (!url.startsWith("file:")) return null;
  return url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length);
}

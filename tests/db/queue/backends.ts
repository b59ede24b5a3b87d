import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { has } from "#tests/support/services/needs.ts";
import { type Postgres, startPostgres } from "#tests/support/services/postgres.ts";
import { provideEmptyQueue } from "#tests/support/services/prepared-queue.ts";

/** Where a queue is; opened again with the same, it finds what it kept. */
export type Place = { url?: string | undefined; dataDir: string };

export type TestBackend = {
  name: string;
  isAbsent: boolean;
  start(): Promise<void>;
  /** An empty queue's place. */
  place(): Promise<Place>;
  remove(): Promise<void>;
};

/** Each place gets a copy of an empty queue: making one costs seconds. */
export function embedded(): TestBackend {
  const folder = mkdtempSync(join(tmpdir(), "rapport-queue-"));
  let places = 0;
  return {
    name: "embedded",
    isAbsent: false,
    start: async () => {},
    place: async () => {
      places += 1;
      const dataDir = join(folder, String(places));
      await provideEmptyQueue(dataDir);
      return { dataDir };
    },
    remove: async () => rmSync(folder, { recursive: true }),
  };
}

/** A database for each test on one server. */
export function onPostgres(): TestBackend & { server(): Postgres } {
  let running: Postgres | undefined;
  const server = () => {
    if (!running) throw new Error("PostgreSQL is not started");
    return running;
  };
  return {
    name: "PostgreSQL",
    isAbsent: !has.postgres,
    server,
    start: async () => {
      running = await startPostgres();
    },
    place: async () => ({ url: await server().database(), dataDir: "unused" }),
    remove: () => server().remove(),
  };
}

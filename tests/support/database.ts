import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Directory, Store } from "#core/ports/store.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { has } from "./services/needs.ts";
import { startSqld } from "./services/sqld.ts";

/** When test agents are created: 2026-01-05 00:00 UTC, in ms. */
export const agentsCreatedAt = Date.UTC(2026, 0, 5);

export type TestDatabase = {
  database: Database;
  directory: Directory;
  /** Of the agent `agt_test`, under the default settings. */
  store: Store;
  url: string;
  /** Closes the database and deletes what it is kept in. */
  close(): Promise<void>;
};

/** A folder of its own; `file` names one in it. */
export function tempFolder() {
  const folder = mkdtempSync(join(tmpdir(), "rapport-db-"));
  return { file: (name: string) => join(folder, name), remove: () => rmSync(folder, { recursive: true }) };
}

/** The file of a database that all migrations have made and that holds no rows of an agent; made once in a process. */
let emptyDatabase: Promise<Uint8Array> | undefined;

/**
 * Puts an empty database at the path unless a file is there. It is a copy, because running all migrations takes longer than most
 * tests do.
 */
export async function provideDatabase(path: string): Promise<void> {
  emptyDatabase ??= makeEmptyDatabase();
  if (!existsSync(path)) writeFileSync(path, await emptyDatabase, { mode: 0o600 });
}

async function makeEmptyDatabase(): Promise<Uint8Array> {
  const { file, remove } = tempFolder();
  try {
    const database = await openDatabase({ url: `file:${file("rapport.db")}` });
    await database.close();
    return readFileSync(file("rapport.db"));
  } finally {
    remove();
  }
}

/** A database on a file in a folder of its own, with one agent: a new one, or the one whose file is given. */
export async function testDatabase(file?: Uint8Array): Promise<TestDatabase> {
  const folder = tempFolder();
  if (file) writeFileSync(folder.file("rapport.db"), file);
  else await provideDatabase(folder.file("rapport.db"));
  return open(`file:${folder.file("rapport.db")}`, async () => folder.remove());
}

/** The same on a libSQL server of its own. */
export async function remoteTestDatabase(): Promise<TestDatabase> {
  const server = await startSqld();
  return open(server.url, server.stop);
}

/** What a suite about the store runs on, one after the other: `describe.skipIf(isMissing)(name, …)`. */
export const backends = [
  { name: "on a local file", isMissing: false, open: () => testDatabase() },
  { name: "on a libSQL server", isMissing: !has.sqld, open: remoteTestDatabase },
];

async function open(url: string, cleanUp: () => Promise<void>): Promise<TestDatabase> {
  const database = await openDatabase({ url });
  const { directory } = database;
  const close = async () => {
    await database.close();
    await cleanUp();
  };
  return { database, directory, store: await addAgent(directory, "agt_test"), url, close };
}

export async function addAgent(directory: Directory, id: string): Promise<Store> {
  await directory.commit(
    new ChangeSet()
      .insert("agents", { id, name: id, createdAt: agentsCreatedAt })
      .insert("settings", { agentId: id, version: 1, document: defaultSettings(), createdAt: agentsCreatedAt, createdBy: "system" }),
  );
  return directory.store(id);
}

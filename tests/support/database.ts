import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Directory, Store } from "#core/ports/store.ts";
import { defaultSettings } from "#core/rules/defaults.ts";
import { type Database, openDatabase } from "#db/database.ts";

/** When test agents are created: 2026-01-05 00:00 UTC, in ms. */
export const agentsCreatedAt = Date.UTC(2026, 0, 5);

export type TestDatabase = {
  database: Database;
  directory: Directory;
  /** Of the agent `agt_test`, under the default settings. */
  store: Store;
  /** `file:…`, of a folder of its own. */
  url: string;
  /** Closes the database and deletes its folder. */
  close(): Promise<void>;
};

/** A new, empty database on a file, with one agent. */
export async function testDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "rapport-db-"));
  const url = `file:${join(folder, "rapport.db")}`;
  const database = await openDatabase({ url });
  const { directory } = database;
  return {
    database,
    directory,
    store: await addAgent(directory, "agt_test"),
    url,
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export async function addAgent(directory: Directory, id: string): Promise<Store> {
  await directory.commit(
    new ChangeSet()
      .insert("agents", { id, name: id, createdAt: agentsCreatedAt })
      .insert("settings", { agentId: id, version: 1, document: defaultSettings(), createdAt: agentsCreatedAt, createdBy: "system" }),
  );
  return directory.store(id);
}

import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Settings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { suppressionHash } from "#core/rules/address/suppression.ts";
import { timedId } from "#core/rules/ids.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { provideDatabase } from "./database.ts";

export type Core = { ctx: Context; database: Database; dataDir: string; close(): Promise<void> };

/** A context over a database file of its own, with one agent; the clock is the caller's. */
export async function openCore(now: () => number, settings: Settings = defaultSettings(), dataDir?: string): Promise<Core> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "rapport-"));
  const path = join(folder, "rapport.db");
  await provideDatabase(path);
  const database = await openDatabase({ url: `file:${path}` });
  const agentId = "agt_test";
  const at = now();
  await database.directory.commit(
    new ChangeSet()
      .insert("agents", { id: agentId, name: "Test", createdAt: at })
      .insert("settings", { agentId, version: 1, document: settings, createdAt: at, createdBy: "system" }),
  );
  const ctx = contextOf(database, agentId, now);
  const close = async () => {
    await database.close();
    if (dataDir === undefined) rmSync(folder, { recursive: true });
  };
  return { ctx, database, dataDir: folder, close };
}

export function contextOf(database: Database, agentId: string, now: () => number): Context {
  return {
    store: database.directory.store(agentId),
    directory: database.directory,
    actor: { kind: "system", id: "test" },
    now,
    newId: (prefix) => timedId(prefix, now(), randomBytes(10)),
    keyedHash: (text) => suppressionHash("secret of the tests", text),
    channelRules: () => null,
    newUuid: randomUUID,
    pause: () => Promise.resolve(),
    defer: (work) => void setImmediate(work),
    batchingDelay: () => Promise.resolve(),
  };
}

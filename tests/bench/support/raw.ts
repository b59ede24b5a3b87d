import { rmSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import type { NewMessage } from "#core/model/inbound.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { ingestBatch } from "#core/usecases/messages/ingest-batch.ts";
import { toStatements } from "#db/changes/statements.ts";
import { openCore } from "#tests/support/context.ts";

/** `cpuUs`: time on a core for each message. */
export type RawRun = { perSecond: number; cpuUs: number };
/** The statements of one commit. */
type Recorded = { sql: string; args: readonly (string | number | null)[] }[];

/** The change sets that a run of messages makes in batches of so many, as the statements they become. */
export async function recordCommits(messages: readonly NewMessage[], batch: number): Promise<Recorded[]> {
  const core = await openCore(Date.now);
  const recorded: Recorded[] = [];
  const ctx: Context = { ...core.ctx, store: { ...core.ctx.store, commit: (changes: ChangeSet) => record(core.ctx, changes, recorded) } };
  for (let at = 0; at < messages.length; at += batch) await ingestBatch(ctx, messages.slice(at, at + batch));
  await core.close();
  return recorded;
}

async function record({ store }: Context, changes: ChangeSet, recorded: Recorded[]): Promise<void> {
  recorded.push(toStatements(changes, store.agentId));
  await store.commit(changes);
}

/** Writes the recorded statements, set-based, one transaction each, `synchronous=FULL`, with nothing else around them. */
export async function runRaw(commits: readonly Recorded[], messageCount: number): Promise<RawRun> {
  const core = await openCore(Date.now);
  await core.database.close();
  const db = new Database(join(core.dataDir, "rapport.db"));
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON", "cache_size = -65536"]) {
    db.prepare(`PRAGMA ${pragma}`).all();
  }
  const prepared = new Map<string, Database.Statement<unknown[]>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare<unknown[]>(sql);
    prepared.set(sql, known);
    return known;
  };
  const started = performance.now();
  const cpu = process.cpuUsage();
  for (const commit of commits) {
    statement("BEGIN IMMEDIATE").run();
    for (const { sql, args } of commit) statement(sql).run(...args);
    statement("COMMIT").run();
  }
  const perSecond = messageCount / ((performance.now() - started) / 1000);
  const { user, system } = process.cpuUsage(cpu);
  db.close();
  rmSync(core.dataDir, { recursive: true });
  return { perSecond, cpuUs: (user + system) / messageCount };
}

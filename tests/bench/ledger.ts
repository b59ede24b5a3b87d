import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { v7 } from "uuid";
import { relayOutbox } from "#core/jobs/relay.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { PaceGate } from "#core/usecases/deliveries/pace-gate.ts";
import { reply } from "#core/usecases/deliveries/reply.ts";
import { sendDelivery } from "#core/usecases/deliveries/send-delivery.ts";
import { claimMs, type DeliverySender } from "#core/usecases/deliveries/sender.ts";
import { ingestBatch } from "#core/usecases/messages/ingest-batch.ts";
import { openDirectory } from "#db/directory/directory.ts";
import { openLocal } from "#db/local.ts";
import { openQueue } from "#db/queue/open-queue.ts";
import type { Statement } from "#db/sql.ts";
import { contextOf, openCore } from "#tests/support/context.ts";
import { type BenchRow, median, perSecond } from "./support/row.ts";

const conversations = 2_000;
const effects = 20_000;
const rounds = 3;
/** As many as the product sends at once. */
const atOnce = 32;
const goals = { ledger: 1, relay: 0.5 };

/** The ledger with a platform that answers at once and no pace; and the relay against the queue that it fills. */
export async function benchLedger(): Promise<BenchRow[]> {
  const runs: { ours: number; raw: number }[] = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await sendRound());
  const ratio = median(runs.map(({ ours, raw }) => ours / raw));
  const ledger = {
    what: "ledger: deliveries claimed, intended and kept as sent",
    measured: perSecond(median(runs.map(({ ours }) => ours))),
    limit: `${perSecond(median(runs.map(({ raw }) => raw)))} its own transactions, raw and one by one`,
    ratio,
    goal: `≥ ${goals.ledger}×`,
    met: ratio >= goals.ledger,
  };
  return [ledger, await relayRow()];
}

async function sendRound(): Promise<{ ours: number; raw: number }> {
  const core = await openCore(Date.now);
  const ids = await fill(core.ctx);
  await core.database.close();
  const copy = `${core.dataDir}-copy`;
  cpSync(core.dataDir, copy, { recursive: true });
  const written: (readonly Statement[])[] = [];
  const connection = openLocal(join(core.dataDir, "rapport.db"));
  const record = (statements: readonly Statement[]) => {
    written.push(statements);
    return connection.write(statements);
  };
  const ctx = contextOf({ ...core.database, directory: openDirectory({ ...connection, write: record }) }, "agt_test", Date.now);
  const ours = await perSecondOf(ids.length, () => sendAll(ctx, ids));
  await connection.close();
  const raw = await perSecondOf(ids.length, async () => replay(join(copy, "rapport.db"), written));
  for (const folder of [core.dataDir, copy]) rmSync(folder, { recursive: true });
  return { ours, raw };
}

/** A queued reply in each of many conversations. */
async function fill(ctx: Context): Promise<string[]> {
  const connection = { id: "chn_1", agentId: ctx.store.agentId, channel: "telegram" as const, account: "default", via: null, sealed: null };
  await ctx.store.commit(new ChangeSet().insert("connections", { ...connection, createdBy: "bench", createdAt: Date.now() }));
  const common = { channel: "telegram" as const, account: "default", direction: "inbound" as const, author: "customer" as const };
  const words = Array.from({ length: conversations }, (_, index) => ({
    ...common,
    externalId: `${index}:1`,
    from: { externalId: String(1_000 + index), name: `Customer ${index}` },
    text: "Hello, how much is a room?",
    media: [],
    sentAt: null,
    origin: "platform" as const,
  }));
  const ids: string[] = [];
  for (const kept of await ingestBatch(ctx, words)) {
    if (!("ok" in kept)) continue;
    ids.push((await reply(ctx, { conversationId: kept.ok.conversation.id, text: "₱2,500 a night.", media: [] })).id);
  }
  return ids;
}

async function sendAll(ctx: Context, ids: readonly string[]): Promise<void> {
  const gate = new PaceGate({ perSecond: 1e6, perChatPerSecond: 1e6 }, Date.now, async () => {});
  const sender: DeliverySender = {
    owner: "bench",
    claimMs,
    channelFor: () => ({
      gate,
      channel: {
        name: "telegram",
        start: async () => {},
        stop: async () => {},
        send: async ({ deliveryId, to }) => ({ outcome: "accepted", externalId: `${to}:${deliveryId}`, at: Date.now() }),
      },
    }),
    reached: () => {},
  };
  let next = 0;
  const worker = async () => {
    for (let id = ids[next++]; id; id = ids[next++]) await sendDelivery(ctx, sender, { id });
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function replay(path: string, written: readonly (readonly Statement[])[]): void {
  const db = new Database(path);
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"]) db.prepare(`PRAGMA ${pragma}`).all();
  const prepared = new Map<string, Database.Statement<unknown[]>>();
  const run = (sql: string, args: readonly unknown[] = []) => {
    const statement = prepared.get(sql) ?? db.prepare<unknown[]>(sql);
    prepared.set(sql, statement);
    if (statement.reader) statement.all(args);
    else statement.run(args);
  };
  for (const statements of written) {
    run("BEGIN IMMEDIATE");
    for (const { sql, args } of statements) run(sql, args);
    run("COMMIT");
  }
  db.close();
}

async function relayRow(): Promise<BenchRow> {
  const core = await openCore(Date.now);
  const queue = await openQueue({ dataDir: core.dataDir });
  const rows = () =>
    Array.from({ length: effects }, () => ({
      id: v7(),
      agentId: "agt_test",
      type: "bench.kept" as const,
      key: v7(),
      payload: { id: v7() },
      startAfter: null,
      createdAt: 1,
    }));
  const first = rows();
  const pages = Array.from({ length: effects / 500 }, (_, page) => first.slice(page * 500, page * 500 + 500));
  const direct = await perSecondOf(effects, async () => {
    for (const page of pages) await queue.insert(page.map(({ id, agentId, type, payload }) => ({ id, agentId, type, payload })));
  });
  // Nobody handles them: the type is no matter.
  await core.ctx.store.commit(new ChangeSet().insert("outbox", ...rows().map((row) => ({ ...row, type: "delivery.send" as const }))));
  const ours = await perSecondOf(effects, async () => {
    while ((await relayOutbox(core.database.directory, queue)) > 0);
  });
  await queue.stop(0);
  await core.close();
  const ratio = ours / direct;
  const limit = `${perSecond(direct)} inserted into the queue directly`;
  return {
    what: "relay: effects moved from the outbox to the queue",
    measured: perSecond(ours),
    limit,
    ratio,
    goal: `≥ ${goals.relay}×`,
    met: ratio >= goals.relay,
  };
}

async function perSecondOf(count: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (count / (performance.now() - began)) * 1000;
}

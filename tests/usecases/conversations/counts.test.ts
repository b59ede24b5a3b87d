import Database from "libsql";
import { expect, it, onTestFinished } from "vitest";
import { inboxStates } from "#core/model/conversation.ts";
import type { Context } from "#core/ports/context.ts";
import { createBranch } from "#core/usecases/branches.ts";
import { assignConversation } from "#core/usecases/conversations/assign-conversation.ts";
import { decideConversation } from "#core/usecases/conversations/decide-conversation.ts";
import { moveToBranch } from "#core/usecases/conversations/move-to-branch.ts";
import { release, takeOver } from "#core/usecases/conversations/take-over.ts";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { unmergeContacts } from "#core/usecases/merges/unmerge-contacts.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { retractMessage } from "#core/usecases/messages/retract-message.ts";
import { contextOf, openCore } from "#tests/support/context.ts";
import { remoteTestDatabase } from "#tests/support/database.ts";
import { randomFrom } from "#tests/support/records/random.ts";
import { has } from "#tests/support/services/needs.ts";

const stored = "SELECT state, channel, branch_id, assignee_id, count FROM conversation_counts WHERE count <> 0 ORDER BY 1, 2, 3, 4";
const counted = `SELECT state, channel, coalesce(branch_id, '') AS branch_id, coalesce(assignee_id, '') AS assignee_id, count(*) AS count
  FROM conversations GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;

async function opened(seed: number) {
  const clock = { now: Date.parse("2026-03-04T10:00:00Z") };
  const core = await openCore(() => clock.now);
  onTestFinished(() => core.close());
  return { ...(await staged(core.ctx, clock, seed)), path: `${core.dataDir}/rapport.db` };
}

async function staged(ctx: Context, clock: { now: number }, seed: number) {
  const random = randomFrom(seed);
  const branches = await Promise.all(["North", "South"].map(async (name) => (await createBranch(ctx, { name })).id));
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  /** One that is there now; undefined: none is. */
  const anyone = async () => pick(await ctx.store.contacts.scan(null, 50));
  const anywhere = async () => pick(await ctx.store.conversations.ofContact((await anyone())?.id ?? ""));
  const say = async () => {
    clock.now += 60_000;
    const isOurs = random() < 0.4;
    const who = `p${Math.floor(random() * 6)}`;
    const channel = pick(["web", "telegram"] as const) ?? "web";
    const branch = random() < 0.3 ? pick(["North", "South"]) : undefined;
    const sides = isOurs ? ({ direction: "outbound", author: "staff" } as const) : ({ direction: "inbound", author: "customer" } as const);
    const text =
      (isOurs ? pick(["Twenty", "Shall I book it?", "One moment"]) : pick(["How much is it?", "ok thanks", "Book me for Friday", "Hello"])) ?? "";
    const common = { account: "default", media: [], sentAt: null, externalId: null, origin: "api" } as const;
    await ingestMessage(ctx, { ...common, ...sides, media: [], channel, from: { externalId: who, name: who, ...(branch && { branch }) }, text });
  };
  return { ctx, random, branches, pick, anyone, anywhere, say };
}

type Stage = Awaited<ReturnType<typeof staged>>;

/** Everything that makes, changes, moves or deletes conversations. Merges of strangers on one account are refused, and meant to be. */
const steps: Record<string, (stage: Stage) => Promise<unknown>> = {
  say: ({ say }) => say(),
  done: async ({ ctx, anywhere, pick }) => {
    const row = await anywhere();
    if (row) await decideConversation(ctx, { id: row.id, decision: pick(["done", "open"] as const) ?? "done" });
  },
  takeOver: async ({ ctx, anywhere, random }) => {
    const row = await anywhere();
    if (row) await (random() < 0.5 ? takeOver(ctx, { id: row.id }) : release(ctx, { id: row.id }));
  },
  giveBack: async ({ ctx, anywhere }) => {
    const row = await anywhere();
    if (row) await assignConversation(ctx, { id: row.id, assigneeId: null });
  },
  move: async ({ ctx, anywhere, pick, branches }) => {
    const row = await anywhere();
    if (row) await moveToBranch(ctx, { id: row.id, branchId: pick([...branches, null]) ?? null });
  },
  retract: async ({ ctx, anywhere }) => {
    const row = await anywhere();
    if (row?.lastMessageId) await retractMessage(ctx, { id: row.lastMessageId });
  },
  merge: async ({ ctx, anyone }) => {
    const [into, from] = [await anyone(), await anyone()];
    if (into && from && into.id !== from.id)
      await mergeContacts(ctx, { intoId: into.id, fromId: from.id, cause: { kind: "staff", ref: null }, override: true });
  },
  unmerge: async ({ ctx, anyone }) => {
    const into = await anyone();
    const merge = into && (await ctx.store.merges.into(into.id)).at(-1);
    if (merge) await unmergeContacts(ctx, { id: merge.intoId, otherId: merge.fromId });
  },
  erase: async ({ ctx, anyone }) => {
    const contact = await anyone();
    if (contact) await ctx.store.contacts.erase([contact.id]);
  },
};

/** Half of the steps are words. */
const nextOf = ({ random, pick }: Stage, names: readonly string[]): string => (random() < 0.5 ? "say" : (pick(names) ?? "say"));

it.each([1, 2, 3])("the counts of conversations are those of the rows after any writes (story %d)", async (seed) => {
  const stage = await opened(seed);
  for (let at = 0; at < 8; at += 1) await stage.say();
  const db = new Database(stage.path, { readonly: true });
  onTestFinished(() => void db.close());
  const names = Object.keys(steps);

  for (let at = 0; at < 120; at += 1) {
    const name = nextOf(stage, names);
    await steps[name]?.(stage);

    expect([at, name, db.prepare(stored).all()]).toEqual([at, name, db.prepare(counted).all()]);
  }
  expect(db.prepare(counted).all().length).toBeGreaterThan(1);
});

it.skipIf(!has.sqld)("the counts of conversations are those of the rows on a libSQL server, too", async () => {
  const held = await remoteTestDatabase();
  onTestFinished(() => held.close());
  const clock = { now: Date.parse("2026-03-04T10:00:00Z") };
  const ctx = contextOf(held.database, "agt_test", () => clock.now);
  const stage = await staged(ctx, clock, 4);
  for (let at = 0; at < 8; at += 1) await stage.say();
  const names = Object.keys(steps);

  for (let at = 0; at < 30; at += 1) await steps[nextOf(stage, names)]?.(stage);

  const contacts = await ctx.store.contacts.scan(null, 50);
  const rows = (await Promise.all(contacts.map(({ id }) => ctx.store.conversations.ofContact(id)))).flat();
  for (const branchId of [null, ...stage.branches]) {
    const ofBranch = rows.filter((row) => row.branchId === branchId);
    const counted = inboxStates.map((state) => [state, ofBranch.filter((row) => row.state === state).length]);
    expect([branchId, await ctx.store.conversations.counts({ branch: [branchId] })]).toEqual([branchId, Object.fromEntries(counted)]);
  }
  expect(rows.length).toBeGreaterThan(1);
});

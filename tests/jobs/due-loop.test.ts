import { expect, it, onTestFinished } from "vitest";
import { DueLoop } from "#core/jobs/due-loop.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { minute, second } from "#core/rules/time.ts";
import { snoozeFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { processDueFollowUps } from "#core/usecases/followups/process-due.ts";
import { remind } from "#core/usecases/followups/remind.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { openCore } from "#tests/support/context.ts";

const noon = Date.UTC(2026, 2, 2, 12);

/** The loop over a database of its own, on a clock that passes only while it waits. `ran` says what it ran when, in ms since noon. */
async function openLoop() {
  let at = noon;
  let until = noon;
  const { ctx, database, close } = await openCore(() => at);
  onTestFinished(close);
  const ran: { name: string; after: number }[] = [];
  let reached = () => {};
  const loop = new DueLoop({
    directory: database.directory,
    queue: {
      runNow: async (name) => {
        ran.push({ name, after: at - noon });
        if (name === "process-due-followups") await processDueFollowUps(ctx, { limit: 100 });
      },
    },
    now: () => at,
    wait: async (ms, signal) => {
      at += ms;
      if (at < until || signal.aborted) return;
      reached();
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
    },
    onFailure: (error) => {
      throw error;
    },
  });
  const run = async (ms: number) => {
    until = noon + ms;
    const { promise, resolve } = Promise.withResolvers<void>();
    reached = resolve;
    loop.start();
    await promise;
    await loop.stop();
  };
  const from = { externalId: "v-1", name: "Ana" };
  const message = { channel: "web", account: "default", externalId: null, direction: "inbound", author: "customer" } as const;
  const { contact } = await ingestMessage(ctx, { ...message, from, text: "How much is it?", media: [], sentAt: at, origin: "platform" });
  return { ctx, database, contact, run, ran };
}

const followUps = (ran: readonly { name: string; after: number }[]) =>
  ran.filter(({ name }) => name === "process-due-followups").map(({ after }) => after);

/** Makes something due at a time for the contact; gives whether it still waits. */
type MakeDue = (ctx: Context, contactId: string, dueAt: number) => Promise<() => Promise<boolean>>;

const promise: MakeDue = async (ctx, contactId, dueAt) => {
  const due = { agentId: ctx.store.agentId, contactId, trigger: "promise", dueAt, episode: "", attempt: 1 };
  await ctx.store.commit(new ChangeSet().put("dues", due));
  return async () => (await ctx.store.followUps.duesOf([contactId])).some(({ trigger }) => trigger === "promise");
};

const snoozed: MakeDue = async (ctx, contactId, dueAt) => {
  const { id } = await remind(ctx, { contactId, dueAt: ctx.now() + 100, reason: "Ask", text: "How was it?" });
  await snoozeFollowUp(ctx, { id, until: dueAt });
  return async () => (await ctx.store.followUps.find(id))?.state === "snoozed";
};

it.each([
  { kind: "a promise", makeDue: promise },
  { kind: "a snoozed follow-up", makeDue: snoozed },
])("$kind comes up within a second of its time, not with the next minute", async ({ makeDue }) => {
  const { ctx, database, contact, run, ran } = await openLoop();
  const dueAt = noon + 37_400;
  const waits = await makeDue(ctx, contact.id, dueAt);
  expect([await database.directory.hasDueFollowUps(dueAt - 1), await database.directory.hasDueFollowUps(dueAt)]).toEqual([false, true]);

  await run(minute - second);

  expect(followUps(ran)).toHaveLength(1);
  expect(followUps(ran)[0]).toBeGreaterThanOrEqual(37_400);
  expect(followUps(ran)[0]).toBeLessThanOrEqual(38_400);
  expect(await waits()).toBe(false);
});

it("runs the digest's schedule at each whole minute, and nothing while nothing is due", async () => {
  const { run, ran } = await openLoop();

  await run(2 * minute + 10 * second);

  expect(ran).toEqual([
    { name: "staff-digest", after: minute },
    { name: "staff-digest", after: 2 * minute },
  ]);
});

import { expect, it, onTestFinished } from "vitest";
import { schedules } from "#core/jobs/schedules.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { commitStep } from "#core/usecases/commit.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { startWork } from "#core/usecases/operations/start-work.ts";
import { contextOf, openCore } from "#tests/support/context.ts";

const minute = 60_000;

it.each(["remind-alerts", "review-conversations", "sweep-contacts", "process-due-followups"])(
  "%s goes on with the other agents when it fails for one, and says at the end that it failed",
  async (name) => {
    const clock = { now: Date.parse("2026-03-02T16:00:00Z") };
    const core = await openCore(() => clock.now);
    onTestFinished(() => core.close());
    const { directory } = core.ctx;
    await directory.commit(new ChangeSet().insert("agents", { id: "agt_a", name: "First", createdAt: clock.now }));
    const asked: string[] = [];
    const contextFor = (agentId: string) => {
      asked.push(agentId);
      if (agentId === "agt_a") throw new TypeError("Ana wrote: where is my parcel?");
      return contextOf(core.database, agentId, () => clock.now);
    };

    const tick = schedules({ directory, contextFor, now: () => clock.now }).find((schedule) => schedule.name === name);
    const error: unknown = await tick?.run().catch((thrown: unknown) => thrown);

    expect(asked.sort()).toEqual(["agt_a", "agt_test"]);
    expect(error).toMatchObject({ name: "AgentsFailedError", message: "failed for agt_a: TypeError" });
  },
);

it("reminds of the alerts of an agent that comes after one for which it fails", async () => {
  const clock = { now: Date.parse("2026-03-02T16:00:00Z") };
  const core = await openCore(() => clock.now, defaultSettings());
  onTestFinished(() => core.close());
  const { ctx } = core;
  await ctx.directory.commit(new ChangeSet().insert("agents", { id: "agt_a", name: "First", createdAt: clock.now - minute }));
  const common = { channel: "telegram", account: "default", direction: "inbound", author: "customer", origin: "api" } as const;
  const text = "I want to talk to a real person NOW";
  await ingestMessage(ctx, { ...common, media: [], from: { externalId: "7", name: "Ana" }, text, sentAt: null, externalId: null });
  clock.now += 60 * minute;
  const failing = () => {
    throw new Error("out of order");
  };
  const contextFor = (agentId: string) =>
    agentId === "agt_a"
      ? { ...contextOf(core.database, agentId, () => clock.now), now: failing }
      : contextOf(core.database, agentId, () => clock.now);

  const tick = schedules({ directory: ctx.directory, contextFor, now: () => clock.now }).find(({ name }) => name === "remind-alerts");

  await expect(tick?.run()).rejects.toThrow("failed for agt_a: Error");
  expect((await ctx.store.alerts.list({}, { limit: 5, cursor: null })).data).toMatchObject([{ rule: "asks_for_person", reminders: 1 }]);
});

it("resumes the operations of an agent that comes after one for which it fails", async () => {
  const clock = { now: Date.parse("2026-03-02T16:00:00Z") };
  const core = await openCore(() => clock.now, defaultSettings());
  onTestFinished(() => core.close());
  const { directory } = core.ctx;
  await directory.commit(new ChangeSet().insert("agents", { id: "agt_a", name: "First", createdAt: clock.now }));
  const open = (agentId: string) => contextOf(core.database, agentId, () => clock.now);
  for (const agentId of ["agt_a", "agt_test"]) {
    const changes = new ChangeSet();
    startWork(open(agentId), changes, { action: "plan_settings", planId: `pln_${agentId}` }, { isRunHere: true });
    await commitStep(open(agentId), changes);
    clock.now += 1;
  }
  clock.now += 10 * minute;
  const contextFor = (agentId: string) => {
    if (agentId === "agt_a") throw new TypeError("Ana wrote: where is my parcel?");
    return open(agentId);
  };

  const tick = schedules({ directory, contextFor, now: () => clock.now }).find(({ name }) => name === "resume-operations");

  await expect(tick?.run()).rejects.toThrow("failed for agt_a: TypeError");
  expect(await directory.outbox(500)).toMatchObject([{ type: "operation.run", agentId: "agt_test" }]);
});

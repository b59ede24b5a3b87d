import { describe, expect, it, onTestFinished } from "vitest";
import { features } from "#bots/staff/index.ts";
import { joinFeatures } from "#bots/staff/slack/feature.ts";
import { slackStaffChat } from "#bots/staff/slack/staff-chat.ts";
import { Workspaces } from "#bots/staff/slack/workspace/workspaces.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { noStaffChat } from "#core/ports/staff-chat.ts";
import { openCore } from "#tests/support/context.ts";
import { eventually } from "#tests/support/eventually.ts";
import { fetchPublic } from "#tests/support/public-fetch.ts";
import { reminded, texts } from "#tests/support/slack/reminded.ts";
import { openStaffStage } from "#tests/support/slack/staff.ts";

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

describe("while Slack cannot be reached", () => {
  it("cards wait, nothing is lost, and each comes once when it is back", async () => {
    const stage = await openStaffStage();
    stage.slack.fail({ how: "down" });
    for (const name of ["Ana", "Ben", "Carla"]) await reminded(stage, name);

    expect(await stage.carry()).toBe(3);
    stage.slack.heal();

    expect(await stage.carry()).toBe(0);
    expect(texts(stage)).toHaveLength(3);
  });

  // Slack's answer to every call while it is out, and what ends that.
  it.each([
    { name: "it does not answer", how: "down" as const },
    { name: "its answers are lost", how: "lost" as const },
    { name: "it reports an error of its own", how: { error: "internal_error" } },
    { name: "it asks for silence", how: 30 },
  ])("because $name, whoever retries is told within 5 s of its return", async ({ how }) => {
    const stage = await openStaffStage();
    await reminded(stage);
    let told = 0;
    stage.staffChat.onReachable(() => void told++);
    stage.slack.fail({ how });
    expect(await stage.carry()).toBe(1);
    // Probes meet the outage, and go on.
    if (typeof how !== "number")
      await eventually(
        async () => stage.probes(),
        (probes) => probes > 3,
      );
    expect(told).toBe(0);

    stage.slack.heal();
    if (typeof how === "number") stage.endLongWaits(1_000 * how);
    const back = stage.now();
    await eventually(
      async () => told,
      (times) => times > 0,
    );

    expect(stage.now() - back).toBeLessThanOrEqual(5_001);
    expect(await stage.carry()).toBe(0);
    expect(texts(stage)).toHaveLength(how === "lost" ? 2 : 1);
  });

  it("because our token was revoked, whoever retries is told when Slack takes it again", async () => {
    const stage = await openStaffStage();
    let told = 0;
    stage.staffChat.onReachable(() => void told++);
    stage.slack.isRevoked = true;
    await reminded(stage);
    expect(await stage.carry()).toBe(1);

    stage.slack.heal();
    await stage.workspaces.refresh();

    expect(told).toBeGreaterThan(0);
  });

  it("because our token was revoked, the workspace says so; with a token again, cards come once", async () => {
    const stage = await openStaffStage();
    stage.slack.isRevoked = true;
    const { followUp } = await reminded(stage);

    expect(await stage.carry()).toBe(1);
    expect(await stage.carry()).toBe(1);
    expect(await stage.ctx.store.staffChat.workspaces()).toMatchObject([{ brokenBecause: "token_revoked", brokenSince: expect.any(Number) }]);
    expect(stage.workspaces.faults()).toMatchObject([{ code: "token_revoked" }]);
    expect(stage.log.filter(({ level }) => level === "error")).toMatchObject([{ fields: { code: "token_revoked" } }]);

    stage.slack.heal();
    await stage.workspaces.refresh();
    expect(await stage.carry()).toBe(0);

    expect(await stage.ctx.store.staffChat.workspaces()).toMatchObject([{ brokenBecause: null }]);
    expect(stage.workspaces.faults()).toEqual([]);
    expect(texts(stage)).toHaveLength(1);
    expect(await stage.ctx.store.staffChat.postsOf("followup", followUp.id)).toHaveLength(1);
  });

  it.each([
    ["taken out of it", { type: "app_uninstalled" }],
    ["shut out of it", { type: "tokens_revoked", tokens: { bot: ["U0BOT"] } }],
  ])("because we were %s, the workspace says so at once", async (_how, event) => {
    const stage = await openStaffStage();
    const [workspace] = await stage.ctx.store.staffChat.workspaces();

    await stage.slack.event(event);
    expect(stage.workspaces.faults()).toEqual([]);
    stage.slack.isRevoked = true;
    expect((await stage.slack.event(event)).status).toBe(200);

    expect(stage.workspaces.faults()).toMatchObject([{ workspaceId: workspace?.id, code: "token_revoked" }]);
    expect(await stage.ctx.store.staffChat.workspaces()).toMatchObject([{ brokenBecause: "token_revoked" }]);
  });

  it("in one of two workspaces, the other has its cards", async () => {
    const stage = await openStaffStage();
    const [row] = await stage.ctx.store.staffChat.workspaces();
    if (!row) throw new Error("there is no workspace");
    const closed = { ...row, id: "wsp_0", teamId: "T0CLOSED", sealed: JSON.stringify({ botToken: "xoxb-none" }), createdAt: row.createdAt - 1 };
    await stage.ctx.store.commit(new ChangeSet().insert("workspaces", closed));
    await reminded(stage);

    expect(await stage.carry()).toBe(1);

    expect(texts(stage)).toHaveLength(1);
    expect(stage.workspaces.faults()).toMatchObject([{ workspaceId: "wsp_0", code: "invalid_auth" }]);
  });

  it("because its tokens were taken out of the environment, nothing waits for it", async () => {
    const stage = await openStaffStage();
    const { followUp } = await reminded(stage);
    const deps = { contextFor: () => stage.ctx, environment: null, now: stage.now, wait: async () => {}, fetchPublic, log: quiet };
    const core = await openCore(stage.now);
    onTestFinished(core.close);
    const vault = { seal: async (text: string) => text, open: async (text: string) => text };
    const registered = joinFeatures(features);
    const workspaces = new Workspaces({ ...deps, vault, directory: core.database.directory, registered }, () => noStaffChat);

    await slackStaffChat(workspaces, registered).showCard(stage.ctx, "followup", followUp.id);

    expect(await stage.ctx.store.staffChat.workspaces()).toHaveLength(1);
    expect(texts(stage)).toEqual([]);
  });

  it("what is still to decide is shown when it is back, though nobody asks any more", async () => {
    const stage = await openStaffStage({ start: false });
    const { contactId } = await stage.customer();
    const about = { kind: "consent", contactId, otherId: null, field: null, value: null, state: "open", decidedBy: null, decidedAt: null } as const;
    const row = { id: "prp_1", agentId: "agt_test", key: "consent", evidence: [], createdAt: stage.now() };
    await stage.ctx.store.commit(new ChangeSet().insert("proposals", { ...row, ...about }));

    await stage.workspaces.refresh();
    await stage.carry();

    expect(texts(stage)).toEqual([expect.stringContaining("proposal:accept")]);
  });

  it("at the start, what was asked for waits for the first answer", async () => {
    const stage = await openStaffStage({ start: false });
    stage.slack.fail({ method: "auth.test", how: "down", times: 1 });
    await stage.workspaces.refresh();
    await reminded(stage);

    expect(await stage.carry()).toBe(1);
    expect(stage.workspaces.faults()).toHaveLength(1);
    await stage.workspaces.refresh();
    expect(await stage.carry()).toBe(0);

    expect(stage.workspaces.faults()).toEqual([]);
    expect(texts(stage)).toHaveLength(1);
  });

  it("because it asks for silence, nothing goes until that is over", async () => {
    const stage = await openStaffStage();
    stage.slack.fail({ method: "chat.postMessage", how: 5, times: 1 });
    await reminded(stage);
    const before = stage.now();

    expect(await stage.carry()).toBe(0);
    expect(stage.now() - before).toBeGreaterThanOrEqual(5_000);
    expect(texts(stage)).toHaveLength(1);

    stage.slack.fail({ method: "chat.postMessage", how: 60, times: 2 });
    await reminded(stage, "Ben");
    expect(await stage.carry()).toBe(1);
    stage.pass(60_000);
    await stage.carry();
    stage.pass(60_000);
    expect(await stage.carry()).toBe(0);
    expect(texts(stage)).toHaveLength(2);
  });
});

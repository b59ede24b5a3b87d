import { describe, expect, it } from "vitest";
import { mentionOf } from "#bots/staff/alerts/mention.ts";
import { escalationSettingsSchema } from "#core/model/escalation.ts";
import type { Role, StaffRecord } from "#core/model/staff.ts";
import { placeOf } from "#core/rules/alerts/route.ts";
import { minute } from "#core/rules/time.ts";
import { createBranch } from "#core/usecases/branches.ts";
import { moveToBranch } from "#core/usecases/conversations/move-to-branch.ts";
import { openThread } from "#core/usecases/conversations/open-thread.ts";
import { takeOver } from "#core/usecases/conversations/take-over.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { replaceSettings } from "#core/usecases/settings/replace-settings.ts";
import { alertRow } from "#tests/support/records/alerts.ts";
import { slackReader } from "#tests/support/slack/slack-reader.ts";
import { maria, openStaffStage, type StaffStage } from "#tests/support/slack/staff.ts";

const member = (id: string, role: Role, more: Partial<StaffRecord> = {}): StaffRecord => ({
  id: `stf_${id}`,
  agentId: "agt_test",
  name: id,
  email: null,
  role,
  state: "active",
  slackTeamId: "T1",
  slackUserId: `U${id.toUpperCase()}`,
  createdBy: "test",
  createdAt: 0,
  updatedAt: 0,
  ...more,
});
const staff = [member("ana", "agent"), member("ben", "admin"), member("cy", "viewer"), member("dee", "agent", { slackTeamId: "T2" })];
const settings = (routes: object[] = []) => escalationSettingsSchema.parse({ routes });

describe("where an alert is shown, and whom it calls", () => {
  const routes = [
    { severity: "urgent", branchId: "brn_1", channelId: "C0CEBU", mention: "here" },
    { severity: "high", channelId: "C0URGENT", mention: "none" },
    { branchId: "brn_2", channelId: null, mention: "on_duty" },
  ];

  it.each([
    ["urgent", "brn_1", { channelId: "C0CEBU", mention: "here" }],
    ["urgent", "brn_2", { channelId: "C0URGENT", mention: "none" }],
    ["normal", "brn_2", { channelId: null, mention: "on_duty" }],
    ["normal", null, { channelId: null, mention: "none" }],
  ] as const)("one that is %s, of branch %s: by the first route that fits", (severity, branchId, place) => {
    expect(placeOf({ severity, branchId }, settings(routes))).toMatchObject(place);
  });

  it.each([
    ["low", "none"],
    ["normal", "none"],
    ["high", "on_duty"],
    ["urgent", "on_duty"],
  ] as const)("without routes one that is %s calls %s", (severity, mention) => {
    expect(placeOf({ severity, branchId: null }, settings())).toEqual({ channelId: null, mention });
  });

  it.each([
    ["urgent", 0, "<@UANA>"],
    ["normal", 0, ""],
    ["normal", 1, "<@UANA>"],
    ["normal", 2, "<@UANA> <@UBEN>"],
  ] as const)("one that is %s names with reminder %s: %s", (severity, reminders, called) => {
    const callable = { staff, onDutyIds: ["stf_ana", "stf_dee"], teamId: "T1" };

    expect(mentionOf(alertRow({ severity }), settings(), callable, reminders)).toBe(called);
  });

  it("names nobody by an id that is none of Slack's", () => {
    const callable = { staff: [member("x", "agent", { slackUserId: "!channel" })], onDutyIds: ["stf_x"], teamId: "T1" };

    expect(mentionOf(alertRow({ severity: "urgent" }), settings(), callable)).toBe("");
  });
});

async function angry({ ctx, now }: Pick<StaffStage, "ctx" | "now">, externalId = "v-1", name = "Ana"): Promise<void> {
  const common = { channel: "web", account: "default", direction: "inbound", author: "customer", origin: "platform" } as const;
  const text = "My order arrived broken and I am very angry";
  await ingestMessage(ctx, { ...common, externalId: null, from: { externalId, name }, text, media: [], sentAt: now() });
}

async function route({ ctx }: StaffStage, routes: object[]): Promise<void> {
  const { version, document } = await ctx.store.settings.current();
  await replaceSettings(ctx, {
    version,
    document: { ...document, escalations: { ...document.escalations, ...settings(routes), rules: document.escalations.rules } },
  });
}

const alertsIn = ({ slack }: StaffStage, channel: string) => slack.in(channel).filter(({ blocks }) => JSON.stringify(blocks).includes("🚨 *"));

describe("the card of an alert", () => {
  it("is in the channel of its route and calls who is there", async () => {
    const stage = await openStaffStage();
    await route(stage, [{ severity: "high", channelId: "C0URGENT", mention: "here" }]);

    await angry(stage);
    await stage.carry();

    expect(alertsIn(stage, "C0STAFF")).toEqual([]);
    expect(alertsIn(stage, "C0URGENT").map(({ blocks }) => JSON.stringify(blocks))).toEqual([expect.stringContaining("<!here>")]);
  });

  it("is in the workspace's channel, once, where Slack does not let us into that of its route", async () => {
    const stage = await openStaffStage();
    await route(stage, [{ channelId: "C0CLOSED", mention: "none" }]);
    stage.slack.fail({ method: "chat.postMessage", how: { error: "channel_not_found" }, times: 1 });

    await angry(stage);
    await stage.carry();
    await stage.carry();

    expect(alertsIn(stage, "C0STAFF")).toHaveLength(1);
  });

  it("that Slack does not take is logged without anybody's words, counted, and shown when Slack is back", async () => {
    const stage = await openStaffStage();
    stage.slack.fail({ how: "down" });

    await angry(stage);
    expect(await stage.carry()).toBeGreaterThan(0);
    stage.pass(2 * minute);

    const lines = stage.log.filter(({ level }) => level === "error");
    expect(lines.map(({ fields }) => Object.keys(fields))).toContainEqual(["alertId", "code"]);
    expect(JSON.stringify(stage.log)).not.toMatch(/broken|Ana/);
    expect(await stage.ctx.directory.unshownAlerts(stage.now() - minute)).toBe(1);
    stage.slack.heal();
    await stage.carry();
    expect(alertsIn(stage, "C0STAFF")).toHaveLength(1);
    expect(await stage.ctx.directory.unshownAlerts(stage.now() - minute)).toBe(0);
  });
});

const shownIn = ({ slack }: StaffStage, channel: string) => slack.in(channel).map(({ blocks }) => JSON.stringify(blocks));

describe("a conversation moved to a branch", () => {
  /** Its alert and its card are in the workspace's channel; Cebu has a channel of its own. */
  async function moved(before: (stage: StaffStage, conversationId: string) => Promise<unknown> = async () => {}) {
    const stage = await openStaffStage();
    const { ctx } = stage;
    const [cebu, makati] = [await createBranch(ctx, { name: "Cebu" }), await createBranch(ctx, { name: "Makati" })];
    await route(stage, [{ severity: "normal", branchId: cebu.id, channelId: "C0CEBU" }]);
    await angry(stage);
    const { data } = await ctx.store.conversations.list({}, { by: "lastMessageAt", descending: true }, { limit: 1, cursor: null });
    const id = data[0]?.id ?? "";
    await openThread(ctx, { id });
    await before(stage, id);
    await stage.carry();
    expect(alertsIn(stage, "C0STAFF")).toHaveLength(1);
    await moveToBranch(ctx, { id, branchId: cebu.id });
    await stage.carry();
    return { stage, id, makati };
  }

  it("has its alert in the branch's channel at once, and one line where it was", async () => {
    const { stage } = await moved();

    expect(alertsIn(stage, "C0CEBU").map(({ blocks }) => JSON.stringify(blocks))).toEqual([expect.stringContaining("alert:take_over")]);
    expect(alertsIn(stage, "C0STAFF")).toEqual([]);
    const left = shownIn(stage, "C0STAFF").filter((shown) => shown.includes("↪️ Moved to <#C0CEBU>"));
    expect(left).toHaveLength(2);
    expect(left.join()).not.toContain("action_id");
  });

  it("has its thread there, with what was said", async () => {
    const { stage } = await moved();

    const card = stage.slack.in("C0CEBU").find(({ blocks }) => JSON.stringify(blocks).includes("thread:reply"));
    const said = stage.slack.in("C0CEBU").filter(({ threadTs }) => threadTs !== null && threadTs === card?.ts);
    expect(said.map(({ blocks }) => JSON.stringify(blocks))).toEqual([expect.stringContaining("arrived broken")]);
  });

  it("that somebody has taken over is written on in the new channel", async () => {
    const { stage } = await moved((given, id) => takeOver(given.ctx, { id }));
    const alert = alertsIn(stage, "C0CEBU").find(({ blocks }) => JSON.stringify(blocks).includes("🚨 *"));

    await angry(stage);
    await stage.carry();

    const there = stage.slack.messages.filter(({ threadTs }) => threadTs === alert?.ts);
    expect(there.length).toBeGreaterThan(0);
    expect(new Set(there.map(({ channel }) => channel))).toEqual(new Set(["C0CEBU"]));
  });

  it("comes back as the card that it was when it is moved back, and is posted no third time", async () => {
    const { stage, id, makati } = await moved();

    await moveToBranch(stage.ctx, { id, branchId: makati.id });
    await stage.carry();

    expect(alertsIn(stage, "C0STAFF")).toHaveLength(1);
    expect(alertsIn(stage, "C0CEBU")).toEqual([]);
    expect(shownIn(stage, "C0CEBU").filter((shown) => shown.includes("↪️ Moved to <#C0STAFF>"))).toHaveLength(2);
  });

  it("stays where it is while Slack does not let us into the branch's channel", async () => {
    const { stage } = await moved(async ({ slack }) => slack.closed.add("C0CEBU"));

    expect(alertsIn(stage, "C0STAFF").map(({ blocks }) => JSON.stringify(blocks))).toEqual([expect.stringContaining("Cebu")]);
  });
});

describe("the list of alerts", () => {
  async function ofTwoBranches() {
    const stage = await openStaffStage();
    const { ctx, slack } = stage;
    await stage.member(maria, "agent");
    const cebu = await createBranch(ctx, { name: "Cebu" });
    await angry(stage, "v-1", "Ana");
    await angry(stage, "v-2", "Ben");
    const { data } = await ctx.store.conversations.list({}, { by: "lastMessageAt", descending: true }, { limit: 9, cursor: null });
    for (const { id, contactId } of data) {
      if ((await ctx.store.contacts.find(contactId))?.name === "Ben") await moveToBranch(ctx, { id, branchId: cebu.id });
    }
    return { ...stage, cebu, reader: slackReader(slack, maria) };
  }

  it("is that of all branches, or of the one that is chosen or named", async () => {
    const { reader, cebu } = await ofTwoBranches();

    const all = await reader.asks("alerts");
    expect(JSON.stringify(all.blocks)).toMatch(/2 alerts are open.*All branches.*(Ana.*Ben|Ben.*Ana)/);
    await reader.press(all, "alerts:branch", cebu.id);
    const named = await reader.asks("alerts cebu");

    for (const { blocks } of [all, named]) {
      expect(JSON.stringify(blocks)).toContain("*1 alert is open* at *Cebu*");
      expect(JSON.stringify(blocks)).not.toContain("Ana");
    }
  });

  it("stays that of the branch after a press", async () => {
    const { reader } = await ofTwoBranches();
    const list = await reader.asks("alerts cebu");

    await reader.press(list, "alert:acknowledge");
    expect(JSON.stringify(list.blocks)).toMatch(/at \*Cebu\*.*Acknowledged/);
    await reader.press(list, "alert:resolve");

    expect(JSON.stringify(list.blocks)).toContain("*No alert is open* at *Cebu*");
  });
});

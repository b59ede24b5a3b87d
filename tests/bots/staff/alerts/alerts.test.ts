import { describe, expect, it } from "vitest";
import { mentionOf } from "#bots/staff/alerts/mention.ts";
import { escalationSettingsSchema } from "#core/model/escalation.ts";
import type { Role, StaffRecord } from "#core/model/staff.ts";
import { placeOf } from "#core/rules/alerts/route.ts";
import { minute } from "#core/rules/time.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { replaceSettings } from "#core/usecases/settings/replace-settings.ts";
import { alertRow } from "#tests/support/records/alerts.ts";
import { openStaffStage, type StaffStage } from "#tests/support/slack/staff.ts";

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

async function angry({ ctx, now }: StaffStage, externalId = "v-1"): Promise<void> {
  const common = { channel: "web", account: "default", direction: "inbound", author: "customer", origin: "platform" } as const;
  const text = "My order arrived broken and I am very angry";
  await ingestMessage(ctx, { ...common, externalId: null, from: { externalId, name: "Ana" }, text, media: [], sentAt: now() });
}

async function route({ ctx }: StaffStage, routes: object[]): Promise<void> {
  const { version, document } = await ctx.store.settings.current();
  await replaceSettings(ctx, {
    version,
    document: { ...document, escalations: { ...document.escalations, ...settings(routes), rules: document.escalations.rules } },
  });
}

const alertsIn = ({ slack }: StaffStage, channel: string) => slack.in(channel).filter(({ blocks }) => JSON.stringify(blocks).includes("🚨"));

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

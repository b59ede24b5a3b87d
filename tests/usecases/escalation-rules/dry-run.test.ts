import { describe, expect, it, onTestFinished } from "vitest";
import { escalationRuleSchema, mostMuteMinutes } from "#core/model/escalation.ts";
import type { NewMessage } from "#core/model/inbound.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";
import { escalationPresets } from "#core/rules/escalations/presets.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { reviewConversations } from "#core/usecases/conversations/review-conversations.ts";
import { type DryRunReport, dryRunNewRule, dryRunRule } from "#core/usecases/escalation-rules/dry-run.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { openCore } from "#tests/support/context.ts";

const start = Date.parse("2026-03-04T10:00:00Z");
const minute = 60_000;
const day = 24 * 60 * minute;

/** Alerts never end here, so in a dry run none may either. */
const rules = [...defaultSettings().escalations.rules, ...escalationPresets.filter(({ id }) => !id.startsWith("unanswered"))].map((rule) => ({
  ...rule,
  muteMinutes: mostMuteMinutes,
}));

type World = { ctx: Context; clock: { now: number } };

async function opened(settings: Settings = withRules(rules)): Promise<World> {
  const clock = { now: start };
  const core = await openCore(() => clock.now, settings);
  onTestFinished(() => core.close());
  return { ctx: core.ctx, clock };
}

function withRules(list: Settings["escalations"]["rules"]): Settings {
  const settings = defaultSettings();
  return { ...settings, escalations: { ...settings.escalations, rules: list } };
}

async function say({ ctx, clock }: World, who: string, text: string, more: Partial<NewMessage> = {}): Promise<void> {
  clock.now += minute;
  const common = { channel: "telegram", account: "default", direction: "inbound", author: "customer", origin: "api" } as const;
  const message: NewMessage = { ...common, media: [], from: { externalId: who, name: who }, text, sentAt: null, externalId: null, ...more };
  await ingestMessage(ctx, message);
}

const ours = { direction: "outbound", author: "bot" } as const;
const firedAt = ({ alerts }: DryRunReport) => alerts.map(({ contact, at }) => `${contact.name} ${new Date(at).toISOString().slice(11, 16)}`);

describe("a dry run", () => {
  it("finds the alerts that were raised, by every rule, with the words that raised them", async () => {
    const world = await opened();
    await say(world, "Ana", "Hi! How much is a room?");
    await say(world, "Ana", "hello? how much is a room?");
    await say(world, "Ben", "My order arrived broken and I am very angry");
    await say(world, "Ben", "Still broken, this is awful, I want my money back");
    await say(world, "Ben", "I will call my lawyer and leave a bad review");
    await say(world, "Cleo", "Can you change the name on my ticket?");
    await say(world, "Cleo", "I'm sorry, I'm not able to do that", ours);
    await say(world, "Dan", "I want to book a table for two tonight please");
    await say(world, "Eve", "Thanks, see you tomorrow");
    await say(world, "Eve", "Please cancel my booking");
    world.clock.now += 40 * minute;
    await reviewConversations(world.ctx, { limit: 100 });
    const { data: alerts } = await world.ctx.store.alerts.list({}, { limit: 200, cursor: null });

    for (const { id } of rules) {
      const raised = alerts.filter(({ rule }) => rule === id);
      const report = await dryRunRule(world.ctx, { id, days: 1 });

      expect(report.alerts.map(({ contact, evidence }) => ({ id, contact: contact.id, first: evidence[0] }))).toEqual(
        expect.arrayContaining(raised.map(({ contactId, evidence }) => ({ id, contact: contactId, first: evidence[0] }))),
      );
      expect([id, report.count]).toEqual([id, raised.length]);
    }
    expect(new Set(alerts.map(({ rule }) => rule)).size).toBeGreaterThan(7);
  });

  it("raises nothing and writes nothing", async () => {
    const world = await opened(withRules([]));
    await say(world, "Ana", "I will call my lawyer");
    const outbox = (await world.ctx.directory.outbox(100)).length;

    const report = await dryRunNewRule(world.ctx, { rule: { name: "Lawyer", kind: "custom", ...{ keywords: ["my lawyer"] } }, days: 7 });

    expect(report).toMatchObject({ count: 1, contacts: 1, messages: 1, isComplete: true, alerts: [{ evidence: [{ because: "keyword" }] }] });
    expect((await world.ctx.store.alerts.list({}, { limit: 1, cursor: null })).data).toEqual([]);
    expect((await world.ctx.store.settings.current()).document.escalations.rules).toEqual([]);
    expect((await world.ctx.directory.outbox(100)).length).toBe(outbox);
  });

  it("has one alert for each conversation until its mute window ends, and tells the days apart", async () => {
    const rule = escalationRuleSchema.parse({ id: "lawyer", name: "Lawyer", kind: "custom", keywords: ["lawyer"], muteMinutes: 60, enabled: false });
    const world = await opened(withRules([rule]));
    await say(world, "Ana", "my lawyer");
    await say(world, "Ben", "a lawyer");
    await say(world, "Ana", "my lawyer, I said");
    world.clock.now += 60 * minute;
    await say(world, "Ana", "lawyer!");
    world.clock.now += day;
    await say(world, "Ana", "lawyer");

    const report = await dryRunRule(world.ctx, { id: "lawyer", days: 7 });

    expect(firedAt(report)).toEqual(["Ana 11:05", "Ana 11:04", "Ben 10:02", "Ana 10:01"]);
    expect(report.alerts.at(-1)?.evidence).toHaveLength(2);
    expect(report.perDay).toEqual([
      { date: "2026-03-04", count: 3 },
      { date: "2026-03-05", count: 1 },
    ]);
    expect((await dryRunRule(world.ctx, { id: "lawyer", days: 1 })).count).toBe(1);
  });

  it("asks whom the rule is for, by what the contact was then", async () => {
    const world = await opened(withRules([]));
    await say(world, "Ana", "my lawyer", { channel: "web" });
    await say(world, "Ben", "my lawyer");
    const fired = async (only: object) =>
      firedAt(await dryRunNewRule(world.ctx, { rule: { name: "Lawyer", kind: "custom", ...{ keywords: ["lawyer"], only } }, days: 7 }));

    expect(await fired({ channel: ["web"] })).toEqual(["Ana 10:01"]);
    expect(await fired({ grade: ["A"] })).toEqual([]);
    expect(await fired({ status: ["new"] })).toEqual(["Ben 10:02", "Ana 10:01"]);
  });

  it("leaves out what is history, and answers within opening hours alone", async () => {
    const hours = [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "11:00" }];
    const settings = { ...withRules([]), greeting: { ...defaultSettings().greeting, hours } };
    const world = await opened(settings);
    await say(world, "Old", "Where is my order?", { sentAt: start - 3 * day });
    await say(world, "Ana", "Where is my order?");
    world.clock.now = Date.parse("2026-03-04T10:50:00Z");
    await say(world, "Ben", "Where is my order?");
    world.clock.now = Date.parse("2026-03-05T12:00:00Z");

    const report = await dryRunNewRule(world.ctx, { rule: { name: "Late", kind: "unanswered", ...{ minutes: 30 } }, days: 7 });

    expect(firedAt(report)).toEqual(["Ben 09:21", "Ana 10:32"]);
  });

  it("says when there was more than it reads", async () => {
    const world = await opened(withRules([]));
    await say(world, "Ana", "hello");
    await say(world, "Ben", "my lawyer");
    const [contact] = (await world.ctx.store.contacts.list({ q: "Ana" }, { by: "name", descending: false }, { limit: 1, cursor: null })).data;
    const store = {
      ...world.ctx.store,
      contacts: { ...world.ctx.store.contacts, list: async () => ({ data: contact ? [{ ...contact, messageCount: 2_001 }] : [], nextCursor: null }) },
    };

    const report = await dryRunNewRule({ ...world.ctx, store }, { rule: { name: "Lawyer", kind: "custom", ...{ keywords: ["lawyer"] } }, days: 7 });

    expect(report).toMatchObject({ count: 0, contacts: 0, isComplete: false });
  });
});

import { describe, expect, it, onTestFinished } from "vitest";
import type { AlertRecord } from "#core/model/alert.ts";
import { escalationRuleSchema } from "#core/model/escalation.ts";
import type { NewMessage } from "#core/model/inbound.ts";
import type { Settings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { escalationPresets } from "#core/rules/escalations/presets.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { takeOver } from "#core/usecases/conversations/take-over.ts";
import { ingestBatch } from "#core/usecases/messages/ingest-batch.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { openCore } from "#tests/support/context.ts";

const start = Date.parse("2026-03-04T10:00:00Z");
const minute = 60_000;

type World = { ctx: Context; clock: { now: number } };

async function opened(settings?: Settings): Promise<World> {
  const clock = { now: start };
  const core = await openCore(() => clock.now, settings);
  onTestFinished(() => core.close());
  return { ctx: core.ctx, clock };
}

function message(text: string, more: Partial<NewMessage> = {}): NewMessage {
  const common = { channel: "telegram", account: "default", direction: "inbound", author: "customer", origin: "api" } as const;
  return { ...common, media: [], from: { externalId: "7", name: "Ana" }, text, sentAt: null, externalId: null, ...more };
}

async function say({ ctx, clock }: World, text: string, more: Partial<NewMessage> = {}) {
  clock.now += minute;
  return ingestMessage(ctx, message(text, more));
}

const reply = { direction: "outbound", author: "bot" } as const;

async function alertsOf({ ctx }: World): Promise<AlertRecord[]> {
  return (await ctx.store.alerts.list({}, { limit: 50, cursor: null })).data;
}

async function effectsOf({ ctx }: World): Promise<string[]> {
  const rows = await ctx.directory.outbox(1000);
  return rows.filter(({ type }) => type === "card.show").map(({ payload }) => String(payload.kind));
}

describe("alerts are raised with the message that causes them", () => {
  it.each([
    ["asks for a person", ["I want to talk to a real person NOW"], "asks_for_person", "urgent"],
    ["asks the same twice", ["How much is a haircut?", "hello? how much is a haircut?"], "asks_for_person", "urgent"],
    ["complains", ["My order arrived broken and I am very angry"], "frustration", "high"],
  ])("%s", async (_, texts, rule, severity) => {
    const world = await opened();
    for (const text of texts) await say(world, text);

    const [alert] = await alertsOf(world);

    expect(alert).toMatchObject({ rule, severity, state: "open", contactId: expect.stringMatching(/^con_/), ownerId: null });
    expect(alert?.evidence.every(({ quote }) => quote !== "")).toBe(true);
    expect(await effectsOf(world)).toContain("alert");
  });

  it("calls nobody for calm conversations", async () => {
    const world = await opened();
    for (const text of ["Hi!", "Are you open on Sunday?", "ok thanks 👍", "See you then"]) await say(world, text);

    expect(await alertsOf(world)).toEqual([]);
  });

  it("calls nobody when somebody who has booked once says thanks: one booking makes no VIP", async () => {
    const settings = defaultSettings();
    const rules = [...settings.escalations.rules, ...escalationPresets];
    const world = await opened({ ...settings, escalations: { ...settings.escalations, rules } });
    await say(world, "Your booking is confirmed for Friday at 7pm!", reply);
    const before = (await alertsOf(world)).length;

    const { contact } = await say(world, "Perfect, thank you so much! 😊");

    expect({ status: contact.status, grade: contact.grade, vip: contact.vip }).toEqual({ status: "converted", grade: "A", vip: false });
    expect((await alertsOf(world)).slice(before)).toEqual([]);
  });

  it("calls nobody for what is history", async () => {
    const world = await opened();
    await say(world, "I want to talk to a real person NOW", { sentAt: start - 3 * 24 * 60 * minute });

    expect(await alertsOf(world)).toEqual([]);
  });

  it("says when our side cannot help", async () => {
    const world = await opened();
    await say(world, "Can you change the name on my ticket?");
    await say(world, "I'm sorry, I'm not able to do that", reply);

    expect(await alertsOf(world)).toMatchObject([{ rule: "asks_for_person", reason: "We said that we cannot help" }]);
  });

  it("keeps one open alert for each conversation and rule, and adds to it", async () => {
    const world = await opened();
    for (const text of ["I want to talk to a human", "Get me a human please", "A real person, please"]) await say(world, text);

    const alerts = await alertsOf(world);

    expect(alerts.map(({ rule }) => rule)).toEqual(["asks_for_person"]);
    expect(alerts[0]?.evidence.map(({ because }) => because)).toEqual(["human_request", "human_request", "human_request"]);
    expect(alerts[0]?.history.map(({ what }) => what)).toEqual(["raised", "added", "added"]);
  });

  it("is one alert also when fifty such messages come at once", async () => {
    const world = await opened();
    await Promise.all(Array.from({ length: 50 }, (_, i) => ingestMessage(world.ctx, message("I want to talk to a human", { externalId: `m${i}` }))));
    await ingestBatch(world.ctx, [message("a human please", { externalId: "b1" }), message("I need a human", { externalId: "b2" })]);

    // Who says so fifty times may be called frustrated besides, by another rule, and that once too.
    const raised = (await alertsOf(world)).map(({ rule, state }) => `${rule} ${state}`);
    expect(raised.filter((one) => one !== "frustration open")).toEqual(["asks_for_person open"]);
    expect(new Set(raised).size).toBe(raised.length);
  });

  it("raises nothing new while staff own the conversation", async () => {
    const world = await opened();
    const { conversation } = await say(world, "Hi, about my order");
    await takeOver(world.ctx, { id: conversation.id });
    await say(world, "This is terrible, I want to talk to a human");

    expect(await alertsOf(world)).toEqual([]);
  });

  it("stays quiet for a while after an alert of the rule has ended, except for who asks for a person", async () => {
    const world = await opened();
    await say(world, "My order arrived broken and I am very angry");
    for (const alert of await alertsOf(world)) {
      const ended = { ...alert, state: "dismissed", endedAt: world.clock.now, endedBy: "stf_1", remindAt: null } as const;
      await world.ctx.store.commit(new ChangeSet().replace("alerts", alert, ended));
    }
    await say(world, "Still broken, this is awful");
    const muted = await alertsOf(world);
    await say(world, "I want a human");
    world.clock.now += 61 * minute;
    await say(world, "It is still broken and I am furious");

    expect(muted.map(({ rule, state }) => `${rule} ${state}`)).toEqual(["frustration dismissed"]);
    expect((await alertsOf(world)).map(({ rule, state }) => `${rule} ${state}`)).toEqual([
      "frustration open",
      "asks_for_person open",
      "frustration dismissed",
    ]);
  });

  it("goes by rules of the agent's own: intents, keywords, tone, and whom they are for", async () => {
    const rule = (given: object) => escalationRuleSchema.parse({ name: "Own", kind: "custom", ...given });
    const settings = defaultSettings();
    const rules = [
      rule({ id: "refund", intents: ["refund_request"] }),
      rule({ id: "lawyer", keywords: ["my lawyer"] }),
      rule({ id: "web_only", keywords: ["my lawyer"], only: { channel: ["web"] } }),
      rule({ id: "off", keywords: ["my lawyer"], enabled: false }),
    ];
    const world = await opened({ ...settings, escalations: { ...settings.escalations, rules } });
    await say(world, "I will call MY LAWYER about this");
    await say(world, "I want my money back");

    expect((await alertsOf(world)).map(({ rule: id }) => id)).toEqual(["refund", "lawyer"]);
  });

  it("goes with its contact when it is deleted", async () => {
    const world = await opened();
    const { contact } = await say(world, "I want to talk to a human");
    await world.ctx.store.contacts.erase([contact.id]);

    expect(await alertsOf(world)).toEqual([]);
  });
});

describe("a high-value lead", () => {
  it("calls staff when its grade is reached, and not because it has booked", async () => {
    const settings = defaultSettings();
    const rules = [escalationRuleSchema.parse({ id: "hot", name: "Hot lead", kind: "high_value", gradeReached: "B" })];
    const world = await opened({ ...settings, escalations: { ...settings.escalations, rules } });
    await say(world, "I'd like to book a table for two tomorrow at seven");
    await say(world, "Your table is booked for tomorrow at seven", { ...reply, from: { externalId: "8" } });

    expect((await alertsOf(world)).map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual(["hot: Grade B reached"]);
  });
});

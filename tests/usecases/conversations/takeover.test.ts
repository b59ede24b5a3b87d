import { describe, expect, it, onTestFinished } from "vitest";
import type { NewMessage } from "#core/model/inbound.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { readTimeline } from "#core/usecases/contacts/read-timeline.ts";
import { reviewConversations } from "#core/usecases/conversations/review-conversations.ts";
import { release, takeFromOwner, takeOver } from "#core/usecases/conversations/take-over.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { replaceSettings } from "#core/usecases/settings/replace-settings.ts";
import { openCore } from "#tests/support/context.ts";

const start = Date.parse("2026-03-04T10:00:00Z");
const minute = 60_000;
const hour = 60 * minute;
const ours = { direction: "outbound", author: "staff" } as const;

async function opened(takeover: Partial<Settings["takeover"]> = {}, more: Partial<Settings> = {}) {
  const clock = { now: start };
  const settings = defaultSettings();
  const document = { ...settings, ...more, takeover: { ...settings.takeover, ...takeover } };
  const core = await openCore(() => clock.now, document);
  onTestFinished(() => core.close());
  const { ctx } = core;
  const say = (text: string, more: Partial<NewMessage> = {}) => {
    clock.now += minute;
    const common = { channel: "telegram", account: "default", direction: "inbound", author: "customer", origin: "api" } as const;
    return ingestMessage(ctx, { ...common, media: [], from: { externalId: "7", name: "Ana" }, text, sentAt: null, externalId: null, ...more });
  };
  const { conversation, contact } = await say("Do you have parking?");
  const { id } = conversation;
  const as = (name: string): Context => ({ ...ctx, actor: { kind: "staff", id: name } });
  const pass = async (ms: number) => {
    clock.now += ms;
    await reviewConversations(ctx, { limit: 1000 });
    return (await ctx.store.conversations.find(id))?.takenOverBy ?? null;
  };
  const timeline = async () => (await readTimeline(ctx, { id: contact.id, page: { limit: 100, cursor: null } })).data;
  const sent = async () => (await ctx.store.deliveries.list({}, { limit: 50, cursor: null })).data;
  const alerts = async () => (await ctx.store.alerts.list({}, { limit: 50, cursor: null })).data;
  return { ctx, clock, document, id, as, say, pass, timeline, sent, alerts };
}

describe("a takeover", () => {
  it("ends when neither side has spoken for as long as the settings say, and not while they do", async () => {
    const { as, id, say, pass } = await opened();
    await takeOver(as("stf_maria"), { id });

    expect(await pass(11 * hour)).toBe("stf_maria");
    await say("Yes, behind the house", ours);
    expect(await pass(11 * hour)).toBe("stf_maria");
    await say("Thanks, and is there breakfast?");
    expect(await pass(12 * hour - 1)).toBe("stf_maria");
    expect(await pass(1)).toBeNull();
  });

  it.each<[string, Settings["takeover"]["endsAfterHours"], number, string | null]>([
    ["never, when the settings say so", null, 1000 * hour, "stf_maria"],
    ["after one hour", 1, hour, null],
  ])("ends %s", async (_, endsAfterHours, passed, expected) => {
    const { as, id, pass } = await opened({ endsAfterHours });
    await takeOver(as("stf_maria"), { id });

    expect(await pass(passed)).toBe(expected);
  });

  it("ends as new settings say when the contact is folded under them", async () => {
    const { ctx, as, id, say, pass, document } = await opened({ endsAfterHours: null });
    await say("Yes, behind the house", ours);
    await takeOver(as("stf_maria"), { id });
    await replaceSettings(ctx, { version: 1, document: { ...document, takeover: { ...document.takeover, endsAfterHours: 1 } } });
    await say("Great!");

    expect(await pass(hour)).toBeNull();
  });

  it("belongs to one of two who want it at once; the other reads whose it is", async () => {
    const { ctx, as, id } = await opened();

    const results = await Promise.allSettled(["stf_maria", "stf_carlo"].map((name) => takeOver(as(name), { id })));

    const owner = (await ctx.store.conversations.find(id))?.takenOverBy;
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict", details: { takenOverBy: owner } } });
  });

  it("is taken from a colleague by whoever may, and the timeline shows both", async () => {
    const { as, id, timeline } = await opened();
    await takeOver(as("stf_maria"), { id });

    expect(await takeFromOwner(as("stf_ana"), { id })).toMatchObject({ takenOverBy: "stf_ana", state: "taken_over" });

    const entries = (await timeline()).flatMap((entry) => (entry.type === "conversation" ? [`${entry.row.decision} ${entry.row.by}`] : []));
    expect(entries).toEqual(["taken_over stf_ana", "taken_over stf_maria"]);
  });

  it("leaves a summary when it is released, also by silence", async () => {
    const { as, id, say, pass, timeline } = await opened();
    await say("How much is a night?");
    await takeOver(as("stf_maria"), { id });
    await say("I will send you the plan tomorrow", ours);
    await say("Thanks! And do you have breakfast?");
    await pass(12 * hour);

    const [entry] = await timeline();
    expect(entry).toMatchObject({
      type: "conversation",
      row: {
        decision: "released",
        by: "test",
        summary: {
          wants: expect.arrayContaining([expect.objectContaining({ what: "pricing_question" })]),
          promised: [{ quote: expect.stringContaining("tomorrow") }],
          open: [{ because: "question" }],
        },
      },
    });
  });

  it("does not hand over again what was said before the release", async () => {
    const { as, id, say, alerts, clock } = await opened();
    await takeOver(as("stf_maria"), { id });
    await say("The room was dirty and I am very disappointed, this is unacceptable");
    await say("We are sorry, somebody is on the way", ours);
    await release(as("stf_maria"), { id });
    clock.now += minute;
    const before = (await alerts()).length;

    await say("Do you have parking?");
    await say("I am a bit sad that the holidays are over");

    expect((await alerts()).length).toBe(before);
  });

  it.each<[string, string | null, Settings["takeover"]["notice"], string | null]>([
    ["nothing when nothing is set", "es", null, null],
    ["one text for all", "es", "A colleague answers you now", "A colleague answers you now"],
    ["in their language", "es", { en: "A colleague answers", es: "Le atiende una persona" }, "Le atiende una persona"],
    ["in English when theirs is not there", "de", { es: "Le atiende una persona", en: "A colleague answers" }, "A colleague answers"],
  ])("tells the customer %s", async (_, language, notice, expected) => {
    const { as, id, say, sent } = await opened({ notice });
    await say(language === "es" ? "Hola, ¿cuánto cuesta la habitación para dos noches?" : "Guten Tag, was kostet das Zimmer für zwei Nächte?");

    await takeOver(as("stf_maria"), { id });

    expect((await sent()).map(({ text, author }) => [text, author])).toEqual(expected === null ? [] : [[expected, "system"]]);
  });

  it("tells the customer once in an episode, however often it changes hands", async () => {
    const { as, id, say, sent, clock } = await opened({ notice: "A colleague answers you now" });
    await takeOver(as("stf_maria"), { id });
    await takeOver(as("stf_maria"), { id });
    await takeFromOwner(as("stf_ana"), { id });
    await release(as("stf_ana"), { id });
    await takeOver(as("stf_maria"), { id });
    expect(await sent()).toHaveLength(1);

    clock.now += 8 * 24 * hour;
    await say("Hello again, is the room free?");
    await release(as("stf_maria"), { id });
    await takeOver(as("stf_maria"), { id });
    expect(await sent()).toHaveLength(2);
  });
});

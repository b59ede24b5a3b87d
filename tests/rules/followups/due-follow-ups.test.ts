import { describe, expect, it } from "vitest";
import type { Fact } from "#core/model/fact.ts";
import { type CustomTrigger, customTriggerSchema } from "#core/model/followup.ts";
import { dueFollowUps, type StatusAndStage } from "#core/rules/followups/due-follow-ups.ts";
import { hour, minute } from "#core/rules/time.ts";
import { did, monday, onDay, remembered, replied, said, settingsWith } from "#tests/support/people/said.ts";

const standing: StatusAndStage = { status: "new", statusSince: monday, stage: "inquiry", stageSince: monday };
const { followUps: policy } = settingsWith();

function followUpsDue(facts: readonly Fact[], { custom = [], ...where }: { custom?: CustomTrigger[] } & Partial<StatusAndStage> = {}) {
  return dueFollowUps("con_1", remembered(facts), { ...standing, ...where }, { ...policy, custom });
}
const triggers = (facts: readonly Fact[], more = {}) => followUpsDue(facts, more).map(({ trigger }) => trigger);
const dueOf = (facts: readonly Fact[], trigger: string, more = {}) => followUpsDue(facts, more).find((one) => one.trigger === trigger)?.dueAt;

const at = (minutes: number) => monday + minutes * minute;
const hello = said("Hello", { at: at(0), id: "m0" });
const howMuch = said("How much?", { at: at(1), id: "m1" });
const asks = replied("4,500. Which date?", { at: at(2), id: "m2", asks: true });
const closes = replied("Anything else?", { at: at(2), id: "m2", asks: true });

describe("ghosting", () => {
  it("is due 24 hours after our question, and shows it", () => {
    expect(followUpsDue([hello, howMuch, asks])).toEqual([
      {
        kind: "ghosting",
        trigger: "ghosting",
        episode: "m0",
        dueAt: at(2) + 24 * hour,
        reason: "no answer to our question for 24 hours",
        evidence: [{ messageId: "m2", quote: "4,500. Which date?", at: at(2) }],
      },
    ]);
  });

  it.each([
    ["an offer is waited for too", [hello, howMuch, replied("Shall I book?", { at: at(2), offers: "booking" })], at(2)],
    ["more words of ours wait from the newest", [hello, howMuch, asks, replied("It has a view", { at: at(60), id: "m3" })], at(60)],
    ["a nudge does not restart the clock", [hello, howMuch, asks, replied("Still there?", { at: at(900), asks: true, purpose: "follow_up" })], at(2)],
    ["nor does marketing", [hello, howMuch, asks, replied("Sale! Want one?", { at: at(900), asks: true, purpose: "marketing" })], at(2)],
    ["an action of theirs is no answer", [hello, howMuch, asks, did("link_clicked", { at: at(30) })], at(2)],
  ] as const)("%s", (_story, facts, since) => {
    expect(dueOf(facts, "ghosting")).toBe(since + 24 * hour);
  });

  it.each([
    ["they have answered", [hello, howMuch, asks, said("The 12th", { at: at(3) })]],
    ["only one message of theirs", [howMuch, asks]],
    ["the first was in an episode that is over", [hello, said("How much?", { at: onDay(9) }), { ...asks, at: onDay(10) }]],
    ["we asked nothing", [hello, howMuch, replied("It is 4,500", { at: at(2) })]],
    ["we asked out of courtesy", [hello, howMuch, closes]],
    ["nobody has said anything", []],
  ] as const)("not where %s", (_story, facts) => {
    expect(triggers(facts)).not.toContain("ghosting");
  });

  it("not where it is turned off, and later where the settings say so", () => {
    const state = remembered([hello, howMuch, asks]);
    const off = { ...policy, ghosting: { ...policy.ghosting, enabled: false } };
    const slow = { ...policy, ghosting: { ...policy.ghosting, delayHours: 36.5 } };

    expect(dueFollowUps("con_1", state, standing, off)).toEqual([]);
    expect(dueFollowUps("con_1", state, standing, slow)[0]?.dueAt).toBe(at(2) + 36.5 * hour);
  });
});

describe("undecided", () => {
  const compares = said("Is it better than the other?", { at: at(0), id: "m0", intents: ["comparison"] });

  it("is due 48 hours after they compared, and after the newest comparison", () => {
    const again = said("And this one?", { at: at(90), id: "m9", intents: ["comparison"] });

    expect(dueOf([compares], "undecided")).toBe(at(0) + 48 * hour);
    expect(followUpsDue([compares, again])).toMatchObject([{ dueAt: at(90) + 48 * hour, evidence: [{ messageId: "m9" }] }]);
  });

  it.each([
    ["they want to buy", said("I take it", { at: at(5), intents: ["purchase_intent"] })],
    ["they want to book", said("Book me", { at: at(5), intents: ["booking_request"] })],
    ["they bargain", said("4,000?", { at: at(5), intents: ["negotiation"] })],
    ["they are not interested", said("No thanks", { at: at(5), intents: ["not_interested"] })],
    ["they cancel", said("Cancel", { at: at(5), intents: ["cancellation"] })],
    ["they have bought", replied("You are booked", { at: at(5), confirms: "booking" })],
  ])("not where %s since", (_story, fact) => {
    expect(triggers([compares, fact])).not.toContain("undecided");
  });

  it("still where that was before, or was only talk", () => {
    const before = said("Book me", { at: at(-5), intents: ["booking_request"] });
    const talk = said("Thanks", { at: at(5), intents: ["thanks"] });

    expect(triggers([before, compares, talk])).toContain("undecided");
  });
});

describe("disengaged", () => {
  /** Answers after so many minutes, of so many characters. */
  const answers = (...given: [minutes: number, length: number][]): Fact[] =>
    given.flatMap(([minutes, length], i) => [
      replied("The tent has two rooms", { at: onDay(i), id: `o${i}` }),
      said("x".repeat(length), { at: onDay(i) + minutes * minute, id: `i${i}` }),
    ]);

  it("is due a day after the third answer, each slower and shorter than the one before", () => {
    const [found] = followUpsDue(answers([1, 30], [10, 20], [300, 10]));

    expect(found).toMatchObject({ kind: "disengaged", dueAt: onDay(2) + 300 * minute + 24 * hour });
    expect(found?.evidence.map(({ quote }) => quote)).toEqual(["30 characters after 1 min", "20 characters after 10 min", "10 characters after 5 h"]);
  });

  it.each([
    ["they are two", answers([1, 30], [10, 20])],
    ["one was as fast", answers([10, 30], [10, 20], [300, 10])],
    ["one was as long", answers([1, 30], [10, 30], [300, 10])],
    ["the last was quick again", answers([1, 30], [10, 20], [300, 10], [2, 5])],
    ["the last was long again", answers([1, 30], [10, 20], [300, 10], [400, 50])],
  ])("not where %s", (_story, facts) => {
    expect(triggers(facts)).not.toContain("disengaged");
  });
});

describe("the agent's own triggers", () => {
  const trigger = (given: Partial<CustomTrigger> | object): CustomTrigger =>
    customTriggerSchema.parse({ id: "own", name: "Our own", after: { what: "silence" }, delayHours: 3, ...given });
  const due = (given: object, facts: readonly Fact[], where: Partial<StatusAndStage> = {}) =>
    dueOf(facts, "own", { custom: [trigger(given)], ...where });
  const tried = did("booking_attempted", { at: at(10) });
  const abandoned = { after: { what: "action", action: "booking_attempted" }, unless: { converted: true, actions: ["booking_confirmed"] } };

  it.each([
    ["silence, from their last words", {}, [hello, howMuch, asks], at(1)],
    ["an action, from the newest", abandoned, [tried, did("booking_attempted", { at: at(20), id: "b2" })], at(20)],
    ["an intent", { after: { what: "intent", intent: "thanks" } }, [said("Thanks", { at: at(7), intents: ["thanks"] })], at(7)],
    ["a conversion", { after: { what: "conversion" } }, [replied("Booked", { at: at(4), confirms: "booking" })], at(4)],
  ] as const)("go by %s", (_what, given, facts, since) => {
    expect(due(given, facts)).toBe(since + 3 * hour);
  });

  it("go by status and stage, from when they began", () => {
    const churned = { after: { what: "status", status: "churned" } };
    const closing = { after: { what: "stage", stage: "closing" } };

    expect(due(churned, [hello], { status: "churned", statusSince: onDay(60) })).toBe(onDay(60) + 3 * hour);
    expect(due(closing, [hello], { stage: "closing", stageSince: onDay(2) })).toBe(onDay(2) + 3 * hour);
    expect(due(churned, [hello])).toBeUndefined();
    expect(due(closing, [hello])).toBeUndefined();
  });

  it.each([
    ["an answer since", abandoned, [tried, said("Wait", { at: at(11) })]],
    ["a conversion since", abandoned, [tried, replied("Booked", { at: at(11), confirms: "booking" })]],
    ["an action since", abandoned, [tried, did("booking_confirmed", { at: at(11) })]],
    [
      "an intent since",
      { ...abandoned, unless: { replied: false, intents: ["complaint"] } },
      [tried, said("Bad", { at: at(11), intents: ["complaint"] })],
    ],
    ["nothing to go by", abandoned, [hello]],
    ["being turned off", { ...abandoned, enabled: false }, [tried]],
  ] as const)("are off by %s", (_what, given, facts) => {
    expect(due(given, facts)).toBeUndefined();
  });

  it("are not off by what was before, nor by an answer where that does not count", () => {
    expect(due(abandoned, [said("Hi", { at: at(9) }), tried])).toBe(at(10) + 3 * hour);
    expect(due({ ...abandoned, unless: { replied: false } }, [tried, said("Wait", { at: at(11) })])).toBe(at(10) + 3 * hour);
  });

  it("name the contact where nobody has written yet", () => {
    expect(followUpsDue([tried], { custom: [trigger(abandoned)] })).toMatchObject([{ episode: "con_1", kind: "custom", reason: "Our own" }]);
  });
});

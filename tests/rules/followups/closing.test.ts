import { describe, expect, it } from "vitest";
import type { Fact } from "#core/model/fact.ts";
import { type FollowUpRecord, followUpSettingsSchema } from "#core/model/followup.ts";
import { followUpAfter } from "#core/rules/followups/closing.ts";
import { followUpRow } from "#tests/support/followups/followups.ts";
import { monday, onDay, remembered, replied, said } from "#tests/support/people/said.ts";

const policy = followUpSettingsSchema.parse({});
const now = onDay(3);

const asked = [said("How much?", { at: onDay(0), id: "m1" }), replied("4,500. Which date?", { at: onDay(1), id: "m2", asks: true })];
const promised = [said("How much?", { at: onDay(0), id: "m1" }), replied("I'll check", { at: onDay(1), id: "m2", promises: [onDay(2)] })];
const answers = said("The 12th", { at: onDay(2), id: "m3" });
const buys = replied("You are booked", { at: onDay(2), id: "m3", confirms: "booking" });

type Known = { facts: readonly Fact[]; optedOut?: boolean };
const known = ({ facts, optedOut = false }: Known) => ({ state: remembered(facts), optedOut });

/** State and reason after `after` has come upon `before`. */
function became(followUp: Partial<FollowUpRecord>, before: Known, after: Known) {
  const { state, endedBecause } = followUpAfter(followUpRow(followUp), { before: known(before), after: known(after) }, policy, now);
  return [state, endedBecause];
}

const ghosting = { kind: "ghosting" } as const;
const reminder = { kind: "reminder" } as const;
const promise: Partial<FollowUpRecord> = { kind: "promise", evidence: [{ messageId: "m2", quote: "I'll check", at: onDay(1) }] };
const custom = { kind: "custom", trigger: "win_back" } as const;

describe("an answer", () => {
  const turn = (followUp: Partial<FollowUpRecord>, facts = asked) => became(followUp, { facts }, { facts: [...facts, answers] });

  it.each([
    ["makes a question about silence needless", { ...ghosting, state: "proposed" }, ["withdrawn", "replied"]],
    ["also when it sleeps", { ...ghosting, state: "snoozed" }, ["withdrawn", "replied"]],
    ["also when it is approved", { ...ghosting, state: "approved" }, ["withdrawn", "replied"]],
    ["and one of the agent's own", { ...custom, state: "approved" }, ["withdrawn", "replied"]],
    ["marks what is with the platform, so that it does not go again", { ...ghosting, state: "claimed" }, ["claimed", "replied"]],
    ["leaves a reminder where it is", { ...reminder, state: "proposed" }, ["proposed", null]],
    ["has an approved reminder looked at once more", { ...reminder, state: "approved", deliveryId: "dlv_1" }, ["proposed", null]],
    ["answers what was sent before", { ...ghosting, state: "sent", sentAt: onDay(1.5) }, ["replied", null]],
    ["does not answer what was sent after", { ...ghosting, state: "sent", sentAt: onDay(2.5) }, ["sent", null]],
    ["changes nothing that has ended", { ...ghosting, state: "dismissed" }, ["dismissed", null]],
    ["answers once", { ...ghosting, state: "replied", sentAt: onDay(1.5) }, ["replied", null]],
  ] as const)("%s", (_what, followUp, expected) => {
    expect(turn(followUp)).toEqual(expected);
  });

  it("leaves a promise open, and has an approved one looked at once more", () => {
    expect(turn({ ...promise, state: "proposed" }, promised)).toEqual(["proposed", null]);
    expect(turn({ ...promise, state: "approved", deliveryId: "dlv_1" }, promised)).toEqual(["proposed", null]);
  });

  it("is none when it comes late and is older than the last", () => {
    const late = said("Hello?", { at: onDay(0) - 1, id: "m0" });

    expect(became({ ...ghosting, state: "approved" }, { facts: asked }, { facts: [late, ...asked] })).toEqual(["approved", null]);
  });
});

describe("a promise", () => {
  it("is kept by words of ours that bring something, and not by another promise", () => {
    const kept = replied("The tent costs 4,500", { at: onDay(2), id: "m3" });
    const again = replied("I'll check", { at: onDay(2), id: "m3", promises: [onDay(4)] });

    expect(became({ ...promise, state: "proposed" }, { facts: promised }, { facts: [...promised, kept] })).toEqual(["withdrawn", "kept"]);
    expect(became({ ...promise, state: "claimed" }, { facts: promised }, { facts: [...promised, kept] })).toEqual(["claimed", "kept"]);
    expect(became({ ...promise, state: "proposed" }, { facts: promised }, { facts: [...promised, again] })).toEqual(["proposed", null]);
  });
});

describe("an opt-out", () => {
  it.each([
    ["proposed", "withdrawn", "opted_out"],
    ["snoozed", "withdrawn", "opted_out"],
    ["approved", "withdrawn", "opted_out"],
    ["claimed", "claimed", "opted_out"],
    ["sent", "opted_out", null],
    ["replied", "opted_out", null],
    ["failed", "failed", null],
  ] as const)("makes of %s %s", (state, to, because) => {
    for (const kind of ["ghosting", "reminder", "custom"] as const) {
      expect(became({ kind, state, sentAt: monday }, { facts: asked }, { facts: asked, optedOut: true })).toEqual([to, because]);
    }
  });

  it("that was there before changes nothing", () => {
    expect(became({ ...reminder, state: "proposed" }, { facts: asked, optedOut: true }, { facts: asked, optedOut: true })).toEqual([
      "proposed",
      null,
    ]);
  });
});

describe("a conversion", () => {
  const turn = (followUp: Partial<FollowUpRecord>) => became(followUp, { facts: asked }, { facts: [...asked, buys] });

  it.each([
    ["settles what was not sent", { ...ghosting, state: "proposed" }, ["withdrawn", "converted"]],
    ["is the outcome of what was sent", { ...ghosting, state: "sent", sentAt: onDay(1) }, ["converted", null]],
    ["is the outcome of what was answered", { ...ghosting, state: "replied", sentAt: onDay(1) }, ["converted", null]],
    ["leaves a reminder to people", { ...reminder, state: "proposed" }, ["proposed", null]],
    ["leaves the agent's own, which may wait for it", { ...custom, state: "proposed" }, ["proposed", null]],
  ] as const)("%s", (_what, followUp, expected) => {
    expect(turn(followUp)).toEqual(expected);
  });
});

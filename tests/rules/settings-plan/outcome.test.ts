import { describe, expect, it } from "vitest";
import type { CustomTrigger } from "#core/model/followup.ts";
import type { Settings } from "#core/model/settings.ts";
import { presets } from "#core/rules/followups/presets.ts";
import { alteredSignals, outcomeOf } from "#core/rules/settings-plan/outcome.ts";
import { hour } from "#core/rules/time.ts";
import { did, monday, onDay, remembered, settingsWith, signalOn } from "#tests/support/people/said.ts";
import { contactRow } from "#tests/support/records/records.ts";

const plain = settingsWith({ signals: [signalOn("asked")] });
const preset = (id: string): CustomTrigger => {
  const found = presets.find((one) => one.id === id);
  if (!found) throw new Error(`there is no preset ${id}`);
  return found;
};
const withTriggers = (...custom: CustomTrigger[]): Settings => ({ ...plain, followUps: { ...plain.followUps, custom } });

/** One who has done this on the first day, under two documents, a day later. */
function outcome(action: string, base: Settings, draft: Settings, asOf = onDay(1)) {
  const facts = [did(action, { at: monday })];
  const contact = contactRow("con_1", { createdAt: monday });
  const fold = (document: Settings) => ({ state: remembered(facts, document), document });
  return outcomeOf(contact, fold(base), fold(draft), alteredSignals(base, draft), asOf);
}

describe("a contact under two documents", () => {
  it("that say the same is the same, for no reason", () => {
    const { before, after, ...rest } = outcome("asked", plain, settingsWith({ signals: [signalOn("asked")] }));

    expect(after).toEqual(before);
    expect(rest).toEqual({ contactId: "con_1", isChanged: false, by: 0, because: [], gained: [], lost: [], fires: [] });
  });

  it("moves by the points that a signal is worth more, and says so", () => {
    const { isChanged, by, because } = outcome("asked", plain, settingsWith({ signals: [signalOn("asked", { points: 25 })] }));

    expect({ isChanged, by }).toEqual({ isChanged: true, by: 15 });
    expect(because).toContain("signal asked: 10 → 25 points");
  });

  it("gains a signal that begins to count and loses one that is gone", () => {
    const other = settingsWith({ signals: [signalOn("looked")] });

    expect(outcome("looked", plain, other)).toMatchObject({ gained: ["looked"], lost: [] });
    expect(outcome("asked", plain, other)).toMatchObject({ gained: [], lost: ["asked"] });
  });
});

describe("follow-ups that a draft would bring up", () => {
  it.each([
    ["ahead while their time is to come", onDay(0) + hour, true],
    ["passed when it is over", onDay(1), false],
  ])("are %s", (_, asOf, isAhead) => {
    expect(outcome("booking_attempted", plain, withTriggers(preset("abandoned_booking")), asOf).fires).toEqual([
      { trigger: "abandoned_booking", isAhead },
    ]);
  });

  it("are none for whom nothing calls for them", () => {
    expect(outcome("asked", plain, withTriggers(preset("abandoned_booking"))).fires).toEqual([]);
  });

  it("are none that come up already, unless at another time", () => {
    const held = withTriggers(preset("abandoned_booking"));
    const later = withTriggers({ ...preset("abandoned_booking"), delayHours: 48 });

    expect(outcome("booking_attempted", held, held).fires).toEqual([]);
    expect(outcome("booking_attempted", held, later).fires).toEqual([{ trigger: "abandoned_booking", isAhead: true }]);
    expect(outcome("booking_attempted", held, plain).fires).toEqual([]);
  });
});

describe("signals that differ", () => {
  it("are those changed, new and gone, whatever their order", () => {
    const a = settingsWith({ signals: [signalOn("same"), signalOn("dearer"), signalOn("gone")] });
    const b = settingsWith({ signals: [signalOn("fresh"), signalOn("dearer", { points: 11 }), signalOn("same")] });

    expect(alteredSignals(a, b).sort()).toEqual(["dearer", "fresh", "gone"]);
  });
});

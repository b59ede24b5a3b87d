import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyState } from "#core/model/contact-state.ts";
import type { EscalationRule } from "#core/model/escalation.ts";
import { compareFacts } from "#core/model/fact.ts";
import { callsOf, type GainedFacts } from "#core/rules/escalations/calls.ts";
import { isFor } from "#core/rules/escalations/is-for.ts";
import { escalationPresets } from "#core/rules/escalations/presets.ts";
import { foldFacts } from "#core/rules/fold/fold.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { monday, said } from "#tests/support/people/said.ts";
import { anyRules } from "#tests/support/records/any-settings.ts";
import { histories } from "#tests/support/records/facts.ts";

const settings = defaultSettings();
const value = { grade: "A", score: 95, status: "qualified", vip: true, vipBecause: null } as const;

/** Facts that a contact gains after others. */
function gained(facts: GainedFacts["facts"], at: number): GainedFacts {
  const before = foldFacts(emptyState(0), facts.slice(0, at), settings).state;
  const after = foldFacts(before, facts.slice(at), settings).state;
  return {
    facts: facts.slice(at),
    before: { grade: "F", score: 0, conversations: before.conversations ?? {} },
    after: { ...value, conversations: after.conversations ?? {} },
    isEdited: false,
  };
}

const off = (rules: readonly EscalationRule[]) => rules.map((rule) => ({ ...rule, enabled: false }));

describe("what a contact has gained", () => {
  it("is asked about without an error, whatever was said, and calls by rules that are on", () => {
    fc.assert(
      fc.property(anyRules, histories(), fc.nat(20), (rules, drawn, at) => {
        const facts = drawn.toSorted(compareFacts);

        const calls = callsOf([...rules, ...escalationPresets], gained(facts, at));

        expect(
          calls.every(({ escalations }) => escalations.length > 0 && escalations.every(({ rule, reason }) => rule.enabled && reason !== "")),
        ).toBe(true);
        expect(callsOf(off([...rules, ...escalationPresets]), gained(facts, at))).toEqual([]);
      }),
    );
  });

  it("calls nobody when it is history", () => {
    const words = said("I want to talk to a real person, this is terrible, my lawyer will write", {
      at: monday,
      intents: ["human_request", "complaint"],
    });

    expect(callsOf(escalationPresets, gained([words], 0)).length).toBe(1);
    expect(callsOf(escalationPresets, gained([{ ...words, history: true }], 0))).toEqual([]);
  });
});

describe("whom a rule is for", () => {
  const contact = { source: "telegram", status: "new", stage: "inquiry", grade: "C", branchId: "brn_1" } as const;
  const conversation = { channel: "telegram", branchId: null } as const;
  const all = { channel: [], source: [], status: [], stage: [], grade: [], branch: [], tag: [] };

  it.each([
    ["channel", ["telegram"], ["web"]],
    ["source", ["telegram"], ["facebook"]],
    ["status", ["new"], ["churned"]],
    ["stage", ["inquiry"], ["closing"]],
    ["grade", ["C"], ["A", "B"]],
    ["branch", ["brn_1"], ["brn_2"]],
    ["tag", ["tag_1", "tag_9"], ["tag_9"]],
  ])("goes by its %s", (name, theirs, others) => {
    expect(isFor({ only: { ...all, [name]: theirs } }, contact, conversation, ["tag_1"])).toBe(true);
    expect(isFor({ only: { ...all, [name]: others } }, contact, conversation, ["tag_1"])).toBe(false);
    expect(isFor({ only: all }, contact, conversation, [])).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import type { Fact } from "#core/model/fact.ts";
import type { Grade } from "#core/model/vocabulary.ts";
import { businessTypes } from "#core/model/vocabulary.ts";
import { readMessage } from "#core/rules/analysis/index.ts";
import { readScore } from "#core/rules/score/score.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { diffSettings } from "#core/rules/settings/diff.ts";
import { lintSettings } from "#core/rules/settings/lint.ts";
import { templates } from "#core/rules/templates/index.ts";
import { settingsOfTemplate } from "#core/rules/templates/template.ts";
import { utcDay } from "#core/rules/time.ts";
import { did, monday, remembered, replied, said } from "#tests/support/people/said.ts";

const steps: [string, Grade, Fact][] = [
  ["a greeting", "F", said("Hello!", { at: monday, intents: ["greeting"] })],
  ["a price question", "D", said("How much is it?", { at: monday + 1, intents: ["pricing_question"] })],
  ["comparing", "C", said("Or is the other one better?", { at: monday + 2, intents: ["comparison"] })],
  ["asking to book", "B", said("Please book me for Friday", { at: monday + 3, intents: ["booking_request"] })],
  ["a confirmed booking", "A", replied("You are booked", { at: monday + 4, confirms: "booking" })],
];

describe.each(businessTypes)("the template for %s", (type) => {
  const template = templates[type];
  const settings = settingsOfTemplate(template);
  const gradeOf = (facts: readonly Fact[]) => readScore(remembered(facts, settings).tallies, settings.scoring, utcDay(monday)).grade;

  it("has nothing that looks like a mistake", () => {
    expect(lintSettings(settings)).toEqual([]);
  });

  it("grades each step of a journey, alone and after the steps before it, as the defaults do", () => {
    expect(steps.map(([step, , fact]) => [step, gradeOf([fact])])).toEqual(steps.map(([step, grade]) => [step, grade]));
    expect(steps.map(([step], i) => [step, gradeOf(steps.slice(0, i + 1).map(([, , fact]) => fact))])).toEqual(
      steps.map(([step, grade]) => [step, grade]),
    );
  });

  it.each(["purchase_completed", "booking_confirmed"])("gives an A for %s", (action) => {
    expect(gradeOf([did(action)])).toBe("A");
  });

  it("differs from the defaults, unless it is for any business", () => {
    expect(diffSettings(defaultSettings(), settings).length > 0).toBe(type !== "other");
  });

  it("finds each of its own intents in its examples", () => {
    const { ownIntents } = settings;
    const given = { direction: "inbound", author: "customer", sentAt: monday, timeZone: "UTC", region: null } as const;
    const missed = ownIntents.flatMap(({ name, examples }) =>
      examples.filter((text) => !readMessage({ ...given, text, ownIntents }).intents.some(({ intent }) => intent === name)),
    );

    expect(missed).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { type Settings, settingsSchema } from "#core/model/settings.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { findingsOf, lintSignals } from "#core/rules/signals/lint.ts";
import type { Signal } from "#core/rules/signals/registry.ts";
import { signalOn } from "#tests/support/people/said.ts";

type Scoring = z.input<typeof settingsSchema>["scoring"];

const manual = signalOn("manual", { type: "manual", points: 0, category: "manual" });
/** Reaches every grade, so that only what a test is about is found. */
const sale = signalOn("sale", { points: 100 });
const categories = { engagement: {}, manual: {}, light: { weight: 0 }, full: { cap: 0 }, half: { weight: 0.5 }, tight: { cap: 10 } };

function settingsOf(signals: readonly Signal[], scoring: Partial<Scoring> = {}, rest: Partial<Omit<Settings, "scoring">> = {}): Settings {
  return settingsSchema.parse({ ...rest, scoring: { signals, categories, ...scoring } });
}

const found = (settings: Settings) => lintSignals(settings).map(({ code, signal, other }) => [code, signal, other]);
const words = (id: string, ...phrases: string[]) => signalOn(id, { type: "keyword", phrases });

it("finds nothing in the settings an agent starts with", () => {
  expect(lintSignals(defaultSettings())).toEqual([]);
});

describe("a signal is dead or lame", () => {
  it.each<[string, Partial<Signal>, string]>([
    ["when it is disabled", { enabled: false }, "disabled"],
    ["when it gives no points", { points: 0 }, "no_points"],
    ["when its cap is 0", { cap: 0 }, "no_cap"],
    ["when its cap is below its points", { cap: 5 }, "capped_below_points"],
    ["when its cap is below what it takes away", { points: -20, cap: 5 }, "capped_below_points"],
    ["when its category weighs nothing", { category: "light" }, "no_weight"],
    ["when its category has a cap of 0", { category: "full" }, "no_category_cap"],
    ["when its category is not there", { category: "engagment" }, "unknown_category"],
    ["when its points last no longer than the day", { decay: { expiresAfterDays: 1 } }, "expires_at_once"],
    ["when nobody finds its intent", { type: "ai", intent: "pricing" }, "unknown_intent"],
    ["when nothing is left of its phrase", { type: "keyword", phrases: ["?!"] }, "empty_phrase"],
    ["when its pattern cannot be run", { type: "keyword", patterns: ["("] }, "broken_pattern"],
  ])("%s", (_story, changed, code) => {
    expect(found(settingsOf([manual, sale, signalOn("odd", changed)]))).toEqual([[code, "odd", null]]);
  });

  it.each<[string, Partial<Signal>]>([
    ["an intent of the analysts", { type: "ai", intent: "pricing_question" }],
    ["the business's confirmation", { type: "ai", intent: "conversion" }],
    ["an intent of the agent's own", { type: "ai", intent: "asks_for_parking" }],
    ["a symbol", { type: "keyword", phrases: ["👍"] }],
    ["a pattern", { type: "keyword", phrases: [], patterns: ["[0-9]+ rooms"] }],
  ])("but not for %s", (_story, changed) => {
    const ownIntents = [{ name: "asks_for_parking", description: "", examples: ["can I park?"] }];

    expect(found(settingsOf([manual, sale, signalOn("fine", changed)], {}, { ownIntents }))).toEqual([]);
  });
});

describe("signals overlap", () => {
  it.each<[string, Signal[], [string, string, string | null]]>([
    ["when they look for one intent", ["a1", "b1"].map((id) => signalOn(id, { type: "ai", intent: "thanks" })), ["same_intent", "b1", "a1"]],
    ["when they look for one action", ["a1", "b1"].map((id) => signalOn(id, { action: "link_clicked" })), ["same_action", "b1", "a1"]],
    ["when they have one phrase", [words("a1", "bulk order"), words("b1", "BULK  Órder")], ["same_phrase", "b1", "a1"]],
    ["when one has it twice", [words("a1", "bulk order", "Bulk order!")], ["same_phrase", "a1", null]],
    ["when a phrase contains another's", [words("a1", "bulk"), words("b1", "a bulk order")], ["contained_phrase", "b1", "a1"]],
    ["when a phrase contains one of its own", [words("a1", "a bulk order", "bulk")], ["contained_phrase", "a1", null]],
    [
      "when they have one pattern",
      ["a1", "b1"].map((id) => signalOn(id, { type: "keyword", phrases: [], patterns: ["bulks?"] })),
      ["same_pattern", "b1", "a1"],
    ],
    [
      "when a pattern finds another's phrase",
      [words("a1", "bulk orders"), signalOn("b1", { type: "keyword", phrases: [], patterns: ["bulk order"] })],
      ["pattern_finds_phrase", "b1", "a1"],
    ],
    [
      "when a pattern finds a phrase beside it",
      [signalOn("a1", { type: "keyword", phrases: ["bulk"], patterns: ["bulks?"] })],
      ["pattern_finds_phrase", "a1", null],
    ],
  ])("%s", (_story, signals, expected) => {
    expect(found(settingsOf([manual, sale, ...signals]))).toEqual([expected]);
  });

  it.each<[string, Signal[]]>([
    ["in part of a word", [words("a1", "bulk"), words("b1", "bulks")]],
    ["in phrases that share nothing", [words("a1", "bulk"), words("b1", "order")]],
    ["in words that stand apart", [words("a1", "bulk order"), words("b1", "bulk big order")]],
  ])("but not %s", (_story, signals) => {
    expect(found(settingsOf([manual, sale, ...signals]))).toEqual([]);
  });

  it("and says so in words", () => {
    const [first] = lintSignals(settingsOf([manual, sale, words("a1", "bulk"), words("b1", "a bulk order")]));

    expect(first?.detail).toBe("the phrase “a bulk order” contains “bulk” of a1: both count");
  });

  it("is not compared without end", () => {
    const phrases = Array.from({ length: 200 }, (_, i) => `${"x ".repeat(40)}${i}`);
    const many = Array.from({ length: 50 }, (_, i) => words(`many_${i}`, ...phrases));

    expect(found(settingsOf([manual, sale, ...many])).length).toBeLessThanOrEqual(500);
  });
});

describe("what staff give", () => {
  it.each<[string, Signal[], [string, string | null, string | null]]>([
    ["does not count without a signal", [], ["no_manual", null, null]],
    ["does not count when the signal is capped", [{ ...manual, cap: 10 }], ["inexact_manual", "manual", null]],
    ["does not last when it decays", [{ ...manual, decay: { halfLifeDays: 14 } }], ["inexact_manual", "manual", null]],
    ["counts once only when it repeats once", [{ ...manual, repeat: "once" }], ["inexact_manual", "manual", null]],
    ["counts in part when its category weighs less", [{ ...manual, category: "half" }], ["inexact_manual", "manual", null]],
    ["is capped with its category", [{ ...manual, category: "tight" }], ["inexact_manual", "manual", null]],
    ["goes to the first of two", [manual, { ...manual, id: "second" }], ["spare_manual", "second", "manual"]],
  ])("%s", (_story, signals, expected) => {
    expect(found(settingsOf([sale, ...signals]))).toEqual([expected]);
  });
});

describe("a grade is out of reach", () => {
  it.each<[string, Partial<Signal>, Partial<Scoring>, string[]]>([
    ["above the signals' caps", { cap: 50, points: 50 }, {}, ["A", "B"]],
    ["above the categories' caps", {}, { categories: { ...categories, engagement: { cap: 70 } } }, ["A"]],
    ["above their weights", {}, { categories: { ...categories, engagement: { cap: 100, weight: 0.3 } } }, ["A", "B", "C"]],
    ["above what counts once", { points: 60, repeat: "once" }, {}, ["A"]],
    [
      "above what counts in a window before it expires",
      { points: 5, repeat: { atMost: 1, perDays: 7 }, decay: { expiresAfterDays: 14 } },
      {},
      ["A", "B", "C", "D"],
    ],
    ["below zero at the most", { points: -5 }, {}, ["A", "B", "C", "D"]],
    ["when a better one begins lower", {}, { grades: { A: 50, B: 60, C: 40, D: 20 } }, ["B"]],
    ["above 100", {}, { grades: { A: 101, B: 60, C: 40, D: 20 } }, ["A"]],
    ["when everybody is better", {}, { grades: { A: 80, B: 60, C: 40, D: 0 } }, ["F"]],
    ["unless points come again and again", { points: 1 }, {}, []],
  ])("%s", (_story, changed, scoring, grades) => {
    const findings = lintSignals(settingsOf([manual, signalOn("only", changed)], scoring)).filter(({ code }) => code === "unreachable_grade");

    expect(findings.map(({ detail }) => detail.charAt("nobody gets grade ".length))).toEqual(grades);
  });
});

it("tells what concerns one signal, on either side", () => {
  const findings = lintSignals(settingsOf([manual, sale, words("a1", "bulk"), words("b1", "a bulk order"), signalOn("c1", { enabled: false })]));

  expect(findingsOf(findings, "a1").map(({ code }) => code)).toEqual(["contained_phrase"]);
  expect(findingsOf(findings, "sale")).toEqual([]);
});

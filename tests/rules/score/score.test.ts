import { describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Fact } from "#core/model/fact.ts";
import type { settingsSchema } from "#core/model/settings.ts";
import { gradeOf, readScore } from "#core/rules/score/score.ts";
import type { Signal } from "#core/rules/signals/registry.ts";
import { utcDay } from "#core/rules/time.ts";
import { did, gave, monday, onDay, remembered, settingsWith, signalOn } from "#tests/support/people/said.ts";

type Categories = z.input<typeof settingsSchema>["scoring"]["categories"];

function scoreOf(signals: readonly Signal[], categories: Categories, facts: readonly Fact[], day = 0) {
  const settings = settingsWith({ signals, categories });
  return readScore(remembered(facts, settings).tallies, settings.scoring, utcDay(monday) + day);
}

/** The same action so many times. */
const times = (action: string, count: number) => Array.from({ length: count }, (_, i) => did(action, { id: `${action}${i}` }));
const byHand = signalOn("manual", { type: "manual", points: 0, category: "manual" });

describe("caps, weight and clamp, in this order", () => {
  const opened = signalOn("opened", { cap: 25 });
  const clicked = signalOn("clicked", { points: 15 });

  it("the signal's cap, then the category's, then the weight", () => {
    const score = scoreOf([opened, clicked], { engagement: { cap: 50, weight: 0.5 } }, [...times("opened", 4), ...times("clicked", 3)]);

    expect(score.steps).toEqual([
      { label: "capped by opened 25", value: -15 },
      { label: "capped by engagement 50", value: -20 },
      { label: "engagement weighs 0.5", value: -25 },
    ]);
    expect(score.categories).toEqual([{ category: "engagement", sum: 70, weight: 0.5, value: 25 }]);
    expect(score).toMatchObject({ raw: 25, rounded: 25, score: 25, grade: "D" });
  });

  it("a cap bounds losses as it bounds gains", () => {
    const score = scoreOf([signalOn("opened", { points: -10, cap: 25 })], {}, times("opened", 4));

    expect(score.steps).toEqual([{ label: "capped by opened 25", value: 15 }]);
    expect(score).toMatchObject({ raw: -25, rounded: -25, score: 0, grade: "F" });
  });

  it("what is within its caps is left as it is", () => {
    const score = scoreOf([opened, clicked], { engagement: { cap: 35 } }, [...times("opened", 2), ...times("clicked", 1)]);

    expect(score).toMatchObject({ steps: [], raw: 35, score: 35 });
  });

  it("a cap of nothing leaves nothing", () => {
    const score = scoreOf([signalOn("opened", { cap: 0 })], {}, times("opened", 1));

    expect(score).toMatchObject({ raw: 0, score: 0 });
  });

  it("categories add up, each under its own cap", () => {
    const fits = signalOn("fits", { points: 40, category: "fit" });
    const score = scoreOf([opened, fits], { fit: { cap: 30 }, engagement: { cap: 5, weight: 2 } }, [...times("opened", 1), ...times("fits", 1)]);

    expect(score).toMatchObject({ raw: 40, score: 40 });
  });

  it("a category that settings do not list has neither cap nor weight", () => {
    const score = scoreOf([signalOn("opened", { category: "own" })], {}, times("opened", 9));

    expect(score.categories).toEqual([{ category: "own", sum: 90, weight: 1, value: 90 }]);
  });

  it("stays within 0 and 100", () => {
    expect(scoreOf([byHand], {}, [gave(150, "big")])).toMatchObject({ raw: 150, rounded: 150, score: 100 });
    expect(scoreOf([byHand], {}, [gave(-150, "bad")])).toMatchObject({ raw: -150, rounded: -150, score: 0 });
  });

  it("forgets nothing that the clamp hides", () => {
    const score = scoreOf([byHand], {}, [gave(150, "big", { id: "a" }), gave(-70, "bad", { id: "b" })]);

    expect(score).toMatchObject({ raw: 80, score: 80 });
  });
});

describe("rounding", () => {
  it.each([
    [19, 0.5, 9.5, 10],
    [-19, 0.5, -9.5, -9],
    [39, 0.5, 19.5, 20],
    [1, 0.4999999, 0.5, 1],
    [1, 0.499999, 0.499999, 0],
    [1, 0.333333333, 0.333333, 0],
  ])("%d points that weigh %d are %d, rounded half up to %d", (points, weight, raw, rounded) => {
    const score = scoreOf([byHand], { manual: { weight } }, [gave(points, "given")]);

    expect(score).toMatchObject({ raw, rounded });
  });
});

describe("decay is exact", () => {
  it("a half-life halves, from each hit's own day", () => {
    const fading = signalOn("opened", { points: 40, decay: { halfLifeDays: 7 } });
    const facts = [did("opened", { at: onDay(0) }), did("opened", { at: onDay(7) })];

    const raws = [7, 14, 21].map((day) => scoreOf([fading], {}, facts, day).raw);

    expect(raws).toEqual([60, 30, 15]);
  });

  it("an expiry takes all at once", () => {
    const expiring = signalOn("opened", { decay: { expiresAfterDays: 7 } });

    const raws = [0, 6, 7].map((day) => scoreOf([expiring], {}, times("opened", 1), day).raw);

    expect(raws).toEqual([10, 10, 0]);
  });

  it("sums of many fading hits have no floating dust", () => {
    const fading = signalOn("opened", { points: 1, decay: { halfLifeDays: 3 } });

    const score = scoreOf([fading], {}, times("opened", 1000), 1);

    expect(score.raw).toBe(793.701);
  });
});

it("leaves out a signal that is switched off", () => {
  const score = scoreOf([signalOn("opened", { enabled: false })], {}, times("opened", 3));

  expect(score).toMatchObject({ raw: 0, steps: [], categories: [] });
});

it.each(["constructor", "__proto__"])("takes %s for a name like any other", (category) => {
  const score = scoreOf([signalOn("constructor", { category })], {}, times("constructor", 2));

  expect(score).toMatchObject({ raw: 20, score: 20 });
});

it.each([
  [100, "A"],
  [80, "A"],
  [79, "B"],
  [60, "B"],
  [59, "C"],
  [40, "C"],
  [39, "D"],
  [20, "D"],
  [19, "F"],
  [0, "F"],
] as const)("a score of %d is grade %s", (score, grade) => {
  expect(gradeOf(score, settingsWith().scoring.grades)).toBe(grade);
});

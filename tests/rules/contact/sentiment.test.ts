import { describe, expect, it } from "vitest";
import { addTone, readSentiment, sentimentLevel } from "#core/rules/contact/sentiment.ts";
import { utcDay } from "#core/rules/time.ts";
import { monday, onDay, remembered, replied, said, settingsWith } from "#tests/support/people/said.ts";

const policy = settingsWith().sentiment;
const today = utcDay(monday);

/** The contact's sentiment after tones on days counted from the first. */
function feelsAfter(...tones: readonly (readonly [day: number, tone: number])[]) {
  const facts = tones.map(([on, sentiment], i) => said("…", { id: `m${i}`, at: onDay(on), sentiment }));
  return readSentiment(remembered(facts).sentiment, policy);
}

describe("bands", () => {
  it.each([
    [-1, "very_negative"],
    [-0.600001, "very_negative"],
    [-0.6, "negative"],
    [-0.200001, "negative"],
    [-0.2, "neutral"],
    [0, "neutral"],
    [0.2, "neutral"],
    [0.200001, "positive"],
    [0.6, "positive"],
    [0.600001, "very_positive"],
    [1, "very_positive"],
  ] as const)("%d is %s", (score, level) => {
    expect(sentimentLevel(score, policy.bands)).toBe(level);
    expect(feelsAfter([0, Math.round(score * 1000) / 1000])?.score).toBe(Math.round(score * 1000) / 1000);
  });

  it("follow the agent's own numbers", () => {
    const own = { veryNegative: -0.9, negative: -0.5, positive: 0.5, veryPositive: 0.9 };

    const levels = [-0.95, -0.6, 0.4, 0.7, 0.95].map((score) => sentimentLevel(score, own));

    expect(levels).toEqual(["very_negative", "negative", "neutral", "positive", "very_positive"]);
  });
});

describe("the mean", () => {
  it.each([
    ["of one message is its tone", [[0, -0.4]], -0.4],
    [
      "of a day weighs every message alike",
      [
        [0, 1],
        [0.2, 0],
        [0.9, -0.4],
      ],
      0.2,
    ],
    [
      "weighs a tone of 14 days ago by half",
      [
        [0, -1],
        [14, 0.5],
      ],
      0,
    ],
    [
      "weighs a tone of 28 days ago by a quarter",
      [
        [0, -1],
        [28, 0.5],
      ],
      0.2,
    ],
    [
      "goes by whole days: late on the first day is 14 days before early on the fifteenth",
      [
        [0.999, -1],
        [14, 0.5],
      ],
      0,
    ],
    [
      "forgets what is more than 10 half-lives old",
      [
        [0, -1],
        [141, 0.5],
      ],
      0.5,
    ],
    [
      "counts what is 10 half-lives old",
      [
        [0, -1],
        [140, 0.5],
      ],
      0.498537,
    ],
    [
      "stays on the edge of a band when all tones are on it",
      [
        [0, -0.6],
        [3, -0.6],
        [9.5, -0.6],
      ],
      -0.6,
    ],
  ] as const)("%s", (_story, tones, score) => {
    const sentiment = feelsAfter(...tones);

    expect(sentiment?.score).toBe(score);
  });

  it("of tones around nothing is nothing, without a sign", () => {
    expect(feelsAfter([0, -0.0004])?.score).toBe(0);
    expect(feelsAfter([0, -0.0004], [1, 0])?.score).toBe(0);
  });
});

describe("only the tone of the customer counts", () => {
  it("not a message without a tone", () => {
    const state = remembered([said("Great!", { at: onDay(0), sentiment: 0.8 }), said("ok", { at: onDay(30), sentiment: null })]);

    expect(state.sentiment).toEqual([[today, 800, 1]]);
    expect(state.tonedCount).toBe(1);
    expect(state.inboundCount).toBe(2);
  });

  it("not our own messages", () => {
    const ours = replied("Wonderful!");

    const state = remembered([{ ...ours, reading: { ...ours.reading, sentiment: 1 } }]);

    expect(readSentiment(state.sentiment, policy)).toBeNull();
  });

  it("and a contact without any has none", () => {
    expect(readSentiment([], policy)).toBeNull();
    expect(readSentiment(remembered([said("12")]).sentiment, policy)).toBeNull();
  });
});

describe("the trend compares the last week with what was before", () => {
  it.each([
    [
      "steady when there was nothing before",
      [
        [0, -1],
        [6, 1],
      ],
      "steady",
    ],
    [
      "rising when the last week is better",
      [
        [0, -1],
        [7, 1],
      ],
      "rising",
    ],
    [
      "falling when the last week is worse",
      [
        [0, 0.5],
        [20, 0],
      ],
      "falling",
    ],
    [
      "falling when the eighth day back, which is no longer the last week, was better",
      [
        [0, 0.5],
        [7, 0.35],
      ],
      "falling",
    ],
    [
      "steady when the difference is under a tenth",
      [
        [0, 0.5],
        [20, 0.401],
      ],
      "steady",
    ],
    [
      "rising when the difference is a tenth",
      [
        [0, 0.4],
        [20, 0.5],
      ],
      "rising",
    ],
  ] as const)("%s", (_story, tones, trend) => {
    const sentiment = feelsAfter(...tones);

    expect(sentiment?.trend).toBe(trend);
  });
});

it("keeps a tone of nearly nothing as a plain zero, as it comes back from the store", () => {
  const days = addTone([], monday, -0.0004, 14);

  expect(days).toEqual(JSON.parse(JSON.stringify(days)));
});

it("keeps a day as an exact sum of thousandths", () => {
  const tones = [0.1, 0.2, 0.3, -0.7, 0.1];

  const days = tones.reduce<ReturnType<typeof addTone>>((held, tone) => addTone(held, monday, tone, 14), []);

  expect(days).toEqual([[today, 0, 5]]);
});

import { describe, expect, it } from "vitest";
import { lifetimeDays, micro, shareLeft } from "#core/rules/score/decay.ts";

describe("what is left of the points, in millionths", () => {
  it.each([
    ["without decay after ten years", "none", 3650, micro],
    ["on the day itself", { halfLifeDays: 14 }, 0, micro],
    ["after a day", { halfLifeDays: 14 }, 1, 951_695],
    ["after a half-life", { halfLifeDays: 14 }, 14, 500_000],
    ["after two half-lives", { halfLifeDays: 14 }, 28, 250_000],
    ["after 10 half-lives", { halfLifeDays: 14 }, 140, 977],
    ["a day later", { halfLifeDays: 14 }, 141, 0],
    ["for a hit that lies ahead", { halfLifeDays: 14 }, -1, micro],
    ["a day before it expires", { expiresAfterDays: 60 }, 59, micro],
    ["on the day it expires", { expiresAfterDays: 60 }, 60, 0],
    ["for a hit that lies ahead and will expire", { expiresAfterDays: 1 }, -1, micro],
  ] as const)("%s", (_story, decay, age, left) => {
    expect(shareLeft(decay, age)).toBe(left);
  });
});

it.each([
  ["none", null],
  [{ halfLifeDays: 1 }, 11],
  [{ halfLifeDays: 14 }, 141],
  [{ expiresAfterDays: 60 }, 60],
] as const)("a hit under %j lives for %j days, and not a day longer", (decay, life) => {
  expect(lifetimeDays(decay)).toBe(life);
  if (life === null) return;
  expect(shareLeft(decay, life - 1)).toBeGreaterThan(0);
  expect(shareLeft(decay, life)).toBe(0);
});

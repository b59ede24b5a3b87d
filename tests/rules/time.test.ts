import { expect, it } from "vitest";
import { day, earliest, utcDay } from "#core/rules/time.ts";

it.each([
  [0, 0],
  [day - 1, 0],
  [day, 1],
  [-1, -1],
  [Date.UTC(2026, 0, 5, 23, 59, 59, 999), Date.UTC(2026, 0, 5) / day],
])("%d ms after 1970 are on day %d", (at, expected) => {
  expect(utcDay(at)).toBe(expected);
});

it.each([
  [[], null],
  [[null, null], null],
  [[5, null, 3, 9], 3],
  [[null, 0], 0],
] as const)("the earliest of %j is %j", (instants, expected) => {
  expect(earliest(...instants)).toBe(expected);
});

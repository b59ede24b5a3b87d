import { expect, it } from "vitest";
import { needsConfirmation } from "#core/rules/bulk/confirmation.ts";

it.each([
  [0, 0, false],
  [0, 10, false],
  [5, 10, false],
  [6, 10, true],
  [1, 1, true],
  [1_000, 2_000, false],
  [1_001, 1_000_000, true],
  [1_000, 1_999, true],
])("work on %i of %i people needs its number confirmed: %s", (count, people, expected) => {
  expect(needsConfirmation({ count, people })).toBe(expected);
});

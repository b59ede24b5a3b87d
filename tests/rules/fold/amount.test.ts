import { expect, it } from "vitest";
import { amountIn } from "#core/rules/fold/amount.ts";

it.each([
  [
    { amount: 120.5, currency: "eur" },
    { thousandths: 120_500, currency: "EUR" },
  ],
  [
    { amount: "99.90", currency: "USD" },
    { thousandths: 99_900, currency: "USD" },
  ],
  [{ amount: 0.1 + 0.2 }, { thousandths: 300, currency: null }],
  [
    { amount: 5, currency: "euros" },
    { thousandths: 5_000, currency: null },
  ],
  [
    { amount: 5, currency: 978 },
    { thousandths: 5_000, currency: null },
  ],
  [{}, null],
  [{ amount: 0 }, null],
  [{ amount: -3 }, null],
  [{ amount: Number.POSITIVE_INFINITY }, null],
  [{ amount: Number.NaN }, null],
  [{ amount: "1,000" }, null],
  [{ amount: "1e3" }, null],
  [{ amount: [5] }, null],
] as const)("reads %j as %j", (properties, expected) => {
  expect(amountIn(properties)).toEqual(expected);
});

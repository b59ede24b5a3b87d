import type { Amount } from "#core/model/agreed.ts";

const mostUnits = 1e12;
const decimal = /^\d{1,12}(\.\d{1,6})?$/;
const currencyCode = /^[A-Za-z]{3}$/;

/**
 * The money that the properties of an action name: `amount`, a positive number of units or its decimal text, and `currency`,
 * an ISO 4217 code. Null when there is no such amount; a currency that is no code counts as none.
 */
export function amountIn({ amount, currency }: Record<string, unknown>): Amount | null {
  const units = typeof amount === "string" && decimal.test(amount) ? Number(amount) : amount;
  if (typeof units !== "number" || !(units > 0) || units > mostUnits) return null;
  const code = typeof currency === "string" && currencyCode.test(currency) ? currency.toUpperCase() : null;
  return { thousandths: Math.round(units * 1000), currency: code };
}

/** Of equal ones the first; null of none. */
export function largestAmount(amounts: readonly Amount[]): Amount | null {
  return amounts.reduce<Amount | null>((most, each) => (most && most.thousandths >= each.thousandths ? most : each), null);
}

/** Sums by currency ("" for none) with one amount added and, where it was said of the same thing before, the earlier one taken off. */
export function addAmount(sums: Record<string, number>, added: Amount | null, instead: Amount | null): Record<string, number> {
  if (added === null) return sums;
  const next = { ...sums };
  const add = ({ currency, thousandths }: Amount, sign: 1 | -1): void => {
    const key = currency ?? "";
    next[key] = (next[key] ?? 0) + sign * thousandths;
    if (next[key] === 0) delete next[key];
  };
  if (instead) add(instead, -1);
  add(added, 1);
  return next;
}

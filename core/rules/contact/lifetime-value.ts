import type { Amount } from "#core/model/agreed.ts";
import type { ContactState } from "#core/model/contact-state.ts";
import { largestAmount } from "#core/rules/fold/amount.ts";

/** A sum of money in units of its currency (ISO 4217; null: none was said). */
export type LifetimeValue = { amount: number; currency: string | null };

/**
 * What the conversions that stand were worth, by their amounts; null while none said any. Sums of several currencies cannot
 * be added: the greatest counts.
 */
export function lifetimeValueOf({ conversions }: Pick<ContactState, "conversions">): LifetimeValue | null {
  // States that an earlier version of the rules has folded know no amounts.
  const sums = Object.entries(conversions.value ?? {}).map(([currency, thousandths]): Amount => ({ currency: currency || null, thousandths }));
  const greatest = largestAmount(sums);
  return greatest && { amount: greatest.thousandths / 1000, currency: greatest.currency };
}

/** "450 EUR", or "450" where no currency was said. */
export function shownAmount({ amount, currency }: LifetimeValue): string {
  return currency === null ? String(amount) : `${amount} ${currency}`;
}

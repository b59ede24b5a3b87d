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
  return lifetimeValueIn(conversions.value ?? {});
}

/** The same of sums in thousandths by currency ("" where none was said). */
export function lifetimeValueIn(sums: Readonly<Record<string, number>>): LifetimeValue | null {
  const amounts = Object.entries(sums).map(([currency, thousandths]): Amount => ({ currency: currency || null, thousandths }));
  const greatest = largestAmount(amounts);
  return greatest && { amount: greatest.thousandths / 1000, currency: greatest.currency };
}

/** "450 EUR", or "450" where no currency was said. */
export function shownAmount({ amount, currency }: LifetimeValue): string {
  return currency === null ? String(amount) : `${amount} ${currency}`;
}

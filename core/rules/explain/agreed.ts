import type { BookedFor } from "#core/model/agreed.ts";
import type { ContactState } from "#core/model/contact-state.ts";
import type { Settings } from "#core/model/settings.ts";
import { type LifetimeValue, lifetimeValueOf, shownAmount } from "#core/rules/contact/lifetime-value.ts";
import { shownBooking } from "#core/rules/contact/shown-booking.ts";
import { bookingOf } from "#core/rules/fold/bookings.ts";
import { conversionIn, revokedFacts } from "#core/rules/fold/conversions.ts";
import type { Explained, Witnesses } from "./evidence.ts";

/** The newest sales that are shown. */
const maxShown = 5;

/** For when they are booked: the confirming words, and those that name the time. */
export function explainBooking(state: ContactState, settings: Settings, witnesses: Witnesses): Explained<BookedFor | null> {
  const booking = bookingOf(state);
  if (!booking) return { value: null, rule: "booked_for.none", because: "no booking that stands has a time", ...nothing };
  const { from, to, allDay, by, said } = booking;
  const isElsewhere = said !== null && said.id !== by.id;
  return {
    value: { from, to, allDay },
    rule: `booked_for.${said ? "said" : "reported"}`,
    because: `booked for ${shownBooking(booking, settings.timeZone)}`,
    evidence: witnesses.of(...(isElsewhere ? [said] : []), by),
    arithmetic: [`silence runs from then on, in ${settings.timeZone}`],
    reviewAt: null,
  };
}

const nothing = { evidence: [], arithmetic: [], reviewAt: null };

/** What their sales were worth, by the facts that say so. */
export function explainLifetimeValue(state: ContactState, settings: Settings, witnesses: Witnesses): Explained<LifetimeValue | null> {
  const value = lifetimeValueOf(state);
  if (!value) return { value, rule: "lifetime_value.none", because: "no conversion that stands says what it costs", ...nothing };
  const revoked = revokedFacts(witnesses.facts);
  const priced = witnesses.facts.filter((fact) => !revoked.has(fact.id) && conversionIn(fact, settings.timeZone)?.amount);
  const sums = Object.entries(state.conversions.value).map(([currency, thousandths]) =>
    shownAmount({ amount: thousandths / 1000, currency: currency || null }),
  );
  return {
    value,
    rule: "lifetime_value.sum",
    because: `worth ${shownAmount(value)}`,
    evidence: witnesses.of(...priced.slice(-maxShown).flatMap((fact) => [pricedIn(fact), fact])),
    arithmetic: [`sums of the amounts of conversions that stand: ${sums.join(", ")}; the greatest counts`],
    reviewAt: null,
  };
}

/** The turn whose words name the price, where it is another. */
function pricedIn(fact: Witnesses["facts"][number]) {
  const amount = fact.type === "message" ? fact.reading.conversion?.agreed?.amount : undefined;
  return amount && amount.id !== fact.id ? { at: amount.at, id: amount.id, quote: amount.quote } : null;
}

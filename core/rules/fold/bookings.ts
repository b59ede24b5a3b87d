import { Temporal } from "temporal-polyfill";
import type { BookedFor } from "#core/model/agreed.ts";
import type { Booking, ContactState } from "#core/model/contact-state.ts";
import type { ActionFact } from "#core/model/fact.ts";

const date = /^\d{4}-\d{2}-\d{2}$/;
const dateAndTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?$/i;

type Told = NonNullable<ActionFact["bookedFor"]>;

/**
 * The time that the properties of an action name as `bookedFor`: an ISO date, a date and time with or without an offset, two of them with a
 * slash between, or `{ from, to }`. Null when there is none that the calendar knows.
 */
export function bookedForIn({ bookedFor }: Record<string, unknown>): Told | null {
  const [from, to = null] = typeof bookedFor === "string" ? bookedFor.split("/", 2) : endsOf(bookedFor);
  if (typeof from !== "string" || !(to === null || typeof to === "string")) return null;
  const told = { from: from.trim(), to: to === null ? null : to.trim() };
  return reportedTime(told, "UTC") ? told : null;
}

function endsOf(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null || !("from" in value)) return [];
  return [value.from, "to" in value ? (value.to ?? null) : null];
}

/** What a system has told as instants, days and times without an offset in this zone (IANA); null: it is no time, or ends before it begins. */
export function reportedTime({ from, to }: Told, zone: string): BookedFor | null {
  const first = startOf(from, zone);
  if (first === null) return null;
  const allDay = date.test(from) && (to === null || date.test(to));
  const last = to === null ? null : startOf(to, zone);
  if (to !== null && (last === null || last < first)) return null;
  return { from: first, to: allDay ? midnightAfter(to ?? from, zone) : to !== null && date.test(to) ? midnightAfter(to, zone) : last, allDay };
}

function startOf(told: string, zone: string): number | null {
  if (!date.test(told) && !dateAndTime.test(told)) return null;
  try {
    const isExact = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(told.slice(10));
    const instant = isExact ? Temporal.Instant.from(told) : Temporal.PlainDateTime.from(told).toZonedDateTime(zone).toInstant();
    return instant.epochMilliseconds;
  } catch {
    return null;
  }
}

function midnightAfter(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
}

/** When a booking is over, ms since 1970: at its end, where none was said at its beginning. */
export function endOf({ from, to }: BookedFor): number {
  return to ?? from;
}

/** Of these the one that is over last, of equal ones the first; undefined: there is none. */
export function latestBooking(bookings: readonly (Booking | undefined)[]): Booking | undefined {
  return bookings.reduce((latest, each) => (each && (!latest || endOf(each) > endOf(latest)) ? each : latest), undefined);
}

/** Of the conversions that stand the booking that is over last; null: none has a time. */
export function bookingOf({ conversions }: Pick<ContactState, "conversions">): Booking | null {
  return conversions.booking ?? null;
}

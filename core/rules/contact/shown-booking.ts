import { Temporal } from "temporal-polyfill";
import type { BookedFor } from "#core/model/agreed.ts";

/** In the zone (IANA): "2026-12-24", "2026-12-24 to 2026-12-26", "2026-12-24 15:00", "2026-12-24 15:00 to 16:00". */
export function shownBooking({ from, to, allDay }: BookedFor, zone: string): string {
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const first = at(from).toPlainDate();
  const start = allDay ? `${first}` : `${first} ${clock(at(from))}`;
  if (to === null) return start;
  // A span of days ends with the midnight after the last one.
  const last = at(allDay ? to - 1 : to);
  const isSameDay = last.toPlainDate().equals(first);
  if (allDay) return isSameDay ? start : `${start} to ${last.toPlainDate()}`;
  return `${start} to ${isSameDay ? clock(last) : `${last.toPlainDate()} ${clock(last)}`}`;
}

function clock(moment: Temporal.ZonedDateTime): string {
  return moment.toPlainTime().toString({ smallestUnit: "minute" });
}

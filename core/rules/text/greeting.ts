import { Temporal } from "temporal-polyfill";
import type { Settings } from "#core/model/settings.ts";

/**
 * The answer to the first message of a conversation: the away text outside business hours, else the greeting; null
 * where settings have none. `at` in ms since 1970; hours are the business's local time.
 */
export function greetingFor({ greeting, timeZone }: Settings, at: number): string | null {
  return isOpen(greeting.hours, timeZone, at) ? greeting.text : (greeting.awayText ?? greeting.text);
}

/** Without hours the business is always open. A span over midnight belongs to the day on which it begins. */
function isOpen(hours: Settings["greeting"]["hours"], timeZone: string, at: number): boolean {
  if (hours === null) return true;
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const time = `${String(local.hour).padStart(2, "0")}:${String(local.minute).padStart(2, "0")}`;
  const yesterday = local.subtract({ days: 1 }).dayOfWeek;
  return hours.some(({ days, from, to }) =>
    from <= to
      ? days.includes(local.dayOfWeek) && from <= time && time < to
      : (days.includes(local.dayOfWeek) && from <= time) || (days.includes(yesterday) && time < to),
  );
}

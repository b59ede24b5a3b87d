import { Temporal } from "temporal-polyfill";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { tagalog } from "./tl.ts";

/** A day in the local calendar: month 1 to 12, weekday 1 (Monday) to 7. */
export type LocalMoment = { hour: number; minute: number; weekday: number; day: number; month: number };

/** What we say in one language while it is closed. */
export type ClosedWords = {
  withTime(opens: string): string;
  withoutTime: string;
  /** Stands for the time where none is known. */
  soon: string;
  today(moment: LocalMoment): string;
  tomorrow(moment: LocalMoment): string;
  /** Within a week. */
  weekday(moment: LocalMoment): string;
  date(moment: LocalMoment): string;
};

const languages: ReadonlyMap<string, ClosedWords> = new Map([
  ["en", english],
  ["es", spanish],
  ["tl", tagalog],
]);

/** The words of a language, else the English ones. */
export function closedWords(language: string | null): ClosedWords {
  return (language === null ? undefined : languages.get(language)) ?? english;
}

/** When it opens as one says it: "tomorrow at 9 am". Instants in ms since 1970. */
export function opensAt(words: ClosedWords, { next, at, timeZone }: { next: number; at: number; timeZone: string }): string {
  const local = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  const [then, now] = [local(next), local(at)];
  const days = now.toPlainDate().until(then.toPlainDate()).days;
  const moment = { hour: then.hour, minute: then.minute, weekday: then.dayOfWeek, day: then.day, month: then.month };
  if (days === 0) return words.today(moment);
  if (days === 1) return words.tomorrow(moment);
  return days < 7 ? words.weekday(moment) : words.date(moment);
}

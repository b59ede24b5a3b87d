import { Temporal } from "temporal-polyfill";
import type { ClosedWords } from "./closed-words.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { tagalog } from "./tl.ts";

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

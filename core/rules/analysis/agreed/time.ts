import { Temporal } from "temporal-polyfill";
import type { BookedFor, NamedTime } from "#core/model/agreed.ts";
import { daysIn, type NamedDays } from "./days.ts";
import { hoursIn } from "./hours.ts";

/** Sentences about when the business is open book nothing. */
const hours =
  /\b(?:we(?:'re| are)? (?:also )?(?:open|closed?)|open(?:ing)? (?:hours|daily|from|mon)|close at|closes|abrimos|cerramos|horario|atendemos|bukas (?:po )?kami|sarado)\b/;
/** Words after which a time is a limit, not what was agreed. */
const limit =
  /\b(?:by|before|until|till|no later than|since|hasta|antes de|antes del|desde|bago|bago mag|hanggang)\s(?:the |el |el dia |las |sa |mag-?)?$/;
const mover =
  /\b(?:mov(?:ed?|ing)|resched\w*|chang(?:ed?|ing)|shift(?:ed)?|push(?:ed)?|instead|reprogram\w*|reagend\w*|cambi\w+|movi\w*|movemos|pas(?:o|amos|e)|recorr\w+|nilipat|inilipat|ililipat|lipat|na-?move|in vez|en vez|imbes)\b/;
const left = /\b(?:from|instead of|not|en vez del?|en lugar del?|no el|del?|imbes na|mula|galing)\s(?:the |el |la |sa |las )?$/;
const joins = /^\s?(?:-|–|to|until|till|through|al?|hasta(?: el)?|hanggang)\s?(?:sa |el )?$/;

export type ZonedWords = { sentAt: number; zone: string; isDayFirst: boolean };

/** The time that a folded text names, in the zone: a day or days, an hour or hours, or both; null: neither. */
export function namedTimeIn(folded: string, { sentAt, zone, isDayFirst }: ZonedWords): NamedTime | null {
  const text = folded
    .split(/(?<=[.!?\n])\s/)
    .filter((sentence) => !hours.test(sentence))
    .join(" ");
  const moves = mover.test(text);
  const stands = <T extends { from: number }>(found: readonly T[]): T | undefined => {
    const kept = found.filter(({ from }) => !limit.test(text.slice(0, from)) && !(moves && left.test(text.slice(0, from))));
    return moves ? kept.at(-1) : kept[0];
  };
  const today = Temporal.Instant.fromEpochMilliseconds(sentAt).toZonedDateTimeISO(zone).toPlainDate();
  const named = daysIn(text, { today, isDayFirst });
  const days = stands(moves ? named : joined(named, text));
  const hour = stands(hoursIn(text));
  if (!days && !hour) return null;
  return {
    day: days?.first.toString() ?? null,
    lastDay: days && !days.last.equals(days.first) ? days.last.toString() : null,
    minute: hour?.minute ?? null,
    lastMinute: hour?.last ?? null,
    zone,
  };
}

/** "From Friday to Sunday" is one span. */
function joined(named: readonly NamedDays[], text: string): NamedDays[] {
  const spans: NamedDays[] = [];
  for (const next of named) {
    const last = spans.at(-1);
    const isOne = last && joins.test(text.slice(last.to, next.from)) && Temporal.PlainDate.compare(last.last, next.first) < 0;
    if (isOne) spans[spans.length - 1] = { ...last, to: next.to, last: next.last };
    else spans.push(next);
  }
  return spans;
}

/** The instants of a named time. Of an hour alone the next such hour after `saidAt` (ms since 1970). */
export function bookedForOf({ day, lastDay, minute, lastMinute, zone }: NamedTime, saidAt: number): BookedFor {
  const said = Temporal.Instant.fromEpochMilliseconds(saidAt).toZonedDateTimeISO(zone);
  const first = day === null ? said.toPlainDate() : Temporal.PlainDate.from(day);
  const midnightAfter = (date: Temporal.PlainDate) => date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const end = lastDay === null ? null : midnightAfter(Temporal.PlainDate.from(lastDay));
  if (minute === null) return { from: first.toZonedDateTime(zone).epochMilliseconds, to: end ?? midnightAfter(first), allDay: true };
  const on = (date: Temporal.PlainDate, at: number) =>
    date.toZonedDateTime({ timeZone: zone, plainTime: { hour: Math.floor(at / 60), minute: at % 60 } }).epochMilliseconds;
  const isOver = day === null && on(first, minute) <= saidAt;
  const start = isOver ? first.add({ days: 1 }) : first;
  const until = lastMinute === null ? null : on(lastMinute > minute ? start : start.add({ days: 1 }), lastMinute);
  return { from: on(start, minute), to: end ?? until, allDay: false };
}

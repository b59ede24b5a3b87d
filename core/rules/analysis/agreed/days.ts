import { Temporal } from "temporal-polyfill";
import { monthNames } from "../lexicons/months.ts";
import { weekdays } from "../lexicons/promises.ts";

/** Days that words name, at [from, to) of the text. */
export type NamedDays = { from: number; to: number; first: Temporal.PlainDate; last: Temporal.PlainDate };

/** `isDayFirst`: "4/12" is the fourth of December. */
export type Calendar = { today: Temporal.PlainDate; isDayFirst: boolean };

type DayReading = { pattern: RegExp; read: (match: RegExpMatchArray, calendar: Calendar) => [Temporal.PlainDate, Temporal.PlainDate?] | null };

const months = [...monthNames.keys(), "sep", "ene", "abr", "ago", "dic"].sort((a, b) => b.length - a.length).join("|");
const shortMonths: Readonly<Record<string, number>> = { sep: 9, ene: 1, abr: 4, ago: 8, dic: 12 };
const longDays = [...weekdays.keys()].filter((name) => name.length > 4 && name !== "weekend");
const shortDays: Readonly<Record<string, number>> = { mon: 1, tue: 2, tues: 2, wed: 3, thu: 4, thur: 4, thurs: 4, fri: 5, sat: 6, sun: 7, linggo: 7 };
const timed = String.raw`(?=,?\s(?:at |@ ?|ng |a las )?\d)`;
const and = String.raw`\s?(?:-|–|\bto\b|\band\b|\bal?\b|\by\b|\bhanggang\b|\buntil\b|\bthrough\b)\s?`;
const nth = "(?:st|nd|rd|th)?";
const notClock = String.raw`(?![\d:]|\s?[ap]\.?m\b)`;

const readings: readonly DayReading[] = [
  { pattern: /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g, read: ([, year, month, day]) => one(dateOf(Number(year), Number(month), Number(day))) },
  {
    pattern: /(?<![\d/$])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])/g,
    read: ([whole, a, b, year], calendar) => (whole === "24/7" ? null : one(slashed(Number(a), Number(b), year, calendar))),
  },
  {
    pattern: new RegExp(
      String.raw`\b(${months})\.?\s(\d{1,2})${nth}(?:${and}(?:(?:${months})\.?\s)?(\d{1,2})${nth}${notClock})?${notClock}(?:,?\s(\d{4})\b)?`,
      "g",
    ),
    read: (match, calendar) => {
      const [, month = "", day, last, year] = match;
      return month === "may" && isThere(match) ? null : spanIn(month, Number(day), last, year, calendar);
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d:])(\d{1,2})${nth}(?:${and}(\d{1,2})${nth})?\s(?:of |de |ng |del )?(${months})\b\.?(?:,?\s(?:de |del )?(\d{4})\b)?`,
      "g",
    ),
    read: ([, day, last, month = "", year], calendar) => spanIn(month, Number(day), last, year, calendar),
  },
  {
    pattern: /\b(?:the|on|sa|for) (\d{1,2})(?:st|nd|rd|th)\b|\b(?:ika-?\s?|sa a-?\s?)(\d{1,2})(?!\d)/g,
    read: ([, a, b], calendar) => one(onMonthDay(Number(a ?? b), calendar)),
  },
  {
    pattern: /\b(?:el|el dia|dia) (\d{1,2})(?=\s*(?:$|[.,!?;)\n]|(?:a las|por la|en la|de este|del mes)\b))/g,
    read: ([, day], calendar) => one(onMonthDay(Number(day), calendar)),
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:(next|this|susunod na|ngayong|este|proximo)\s)?(?:(${longDays.join("|")})|((?<=\b(?:on|by|this|next|sa|el|for|until|to)\s)(?:${Object.keys(shortDays).join("|")})|(?:${Object.keys(shortDays).join("|")})${timed}))\b`,
      "g",
    ),
    read: ([, when, long = "", short = ""], { today }) => one(onWeekday(weekdays.get(long) ?? shortDays[short] ?? 0, when ?? "", today)),
  },
  { pattern: /\b(?:pasado manana|day after tomorrow|sa makalawa)\b/g, read: (_, { today }) => [today.add({ days: 2 })] },
  {
    pattern: /\b(?:(?<!\bla |\besta |\bpasado )manana|tomorrow|tmrw|tmr|tom(?= (?:at|ng|po|\d))|bukas(?! (?:po )?(?:kami|ang|sila|lagi)))\b/g,
    read: (_, { today }) => [today.add({ days: 1 })],
  },
  {
    pattern: /\b(?:today|tonight|this (?:afternoon|evening|morning)|hoy|esta (?:noche|tarde|manana)|mamayang|ngayong (?:araw|gabi|hapon|umaga))\b/g,
    read: (_, { today }) => [today],
  },
  {
    pattern: /\b(?:in|en|dentro de) (a|one|two|un|una|dos|\d{1,2}) (day|dia|week|semana)s?\b/g,
    read: ([, count = "", unit = ""], { today }) => [after(today, count, unit)],
  },
];

/** All days that a folded text names, in its order; of readings that overlap the first in the list. */
export function daysIn(text: string, calendar: Calendar): NamedDays[] {
  const found: NamedDays[] = [];
  for (const { pattern, read } of readings) {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (found.some((other) => from < other.to && other.from < to)) continue;
      const [first, last] = read(match, calendar) ?? [];
      if (first) found.push({ from, to, first, last: last ?? first });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function one(date: Temporal.PlainDate | null): [Temporal.PlainDate] | null {
  return date && [date];
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.day === day ? date : null;
}

function slashed(a: number, b: number, year: string | undefined, { today, isDayFirst }: Calendar): Temporal.PlainDate | null {
  const [day, month] = a > 12 || (isDayFirst && b <= 12) ? [a, b] : [b, a];
  return year === undefined ? ahead(month, day, today) : dateOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
}

/** Tagalog "may 2 slots": there are. The month has its day alone, or a time after it. */
function isThere({ 0: whole, input = "", index = 0 }: RegExpMatchArray): boolean {
  return /^\s(?!(?:at|po|from|to|for|in|is|works|ng|alas|sa|and|we|you|or|on)\b|\d)[a-z]/.test(input.slice(index + whole.length));
}

/** The next such date; one that is just over is still this year's. */
function ahead(month: number, day: number, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const date = dateOf(today.year, month, day);
  return date && Temporal.PlainDate.compare(date, today.subtract({ days: 7 })) < 0 ? dateOf(today.year + 1, month, day) : date;
}

function spanIn(
  name: string,
  day: number,
  last: string | undefined,
  year: string | undefined,
  { today }: Calendar,
): [Temporal.PlainDate, Temporal.PlainDate?] | null {
  const month = monthNames.get(name) ?? shortMonths[name] ?? 0;
  const first = year === undefined ? ahead(month, day, today) : dateOf(Number(year), month, day);
  if (!first) return null;
  const end = last === undefined ? null : dateOf(first.year, first.month, Number(last));
  return end && Temporal.PlainDate.compare(first, end) < 0 ? [first, end] : [first];
}

function onMonthDay(day: number, { today }: Calendar): Temporal.PlainDate | null {
  const month = day < today.day ? today.add({ months: 1 }) : today;
  return dateOf(month.year, month.month, day);
}

/** "Next Friday" is that of the week after, "próximo viernes" the coming one. On a Monday "Monday" is a week ahead, "this Monday" today. */
function onWeekday(weekday: number, when: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (weekday === 0) return null;
  const coming = (weekday - today.dayOfWeek + 7) % 7;
  if (when === "next" || when === "susunod na") return today.add({ days: 7 - today.dayOfWeek + weekday });
  return today.add({ days: coming === 0 && !/^(?:this|ngayong|este)$/.test(when) ? 7 : coming });
}

const counts: Readonly<Record<string, number>> = { a: 1, one: 1, un: 1, una: 1, two: 2, dos: 2 };

function after(today: Temporal.PlainDate, count: string, unit: string): Temporal.PlainDate {
  return today.add({ days: (counts[count] ?? Number(count)) * (unit === "week" || unit === "semana" ? 7 : 1) });
}

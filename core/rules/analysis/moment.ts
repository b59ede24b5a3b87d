import { monthNames } from "./lexicons/months.ts";
import { days, numberWords, parts, soon, units, weekdays } from "./lexicons/promises.ts";
import type { Token } from "./tokens/tokens.ts";

/** What the words of a sentence say about time; null is "not said". */
export type Moment = {
  /** From now. */
  minutes: number | null;
  workingDays: boolean;
  /** From today. */
  days: number | null;
  weekday: number | null;
  month: number | null;
  monthDay: number | null;
  hour: number | null;
  minute: number;
  soon: boolean;
};

/** Whether a day or an hour is named. "Soon" is no time. */
export function isTimeNamed({ minutes, days, weekday, hour, monthDay }: Moment): boolean {
  return [minutes, days, weekday, hour, monthDay].some((said) => said !== null);
}

export function readMoment(tokens: readonly Token[]): Moment {
  const moment: Moment = {
    minutes: null,
    workingDays: false,
    days: null,
    weekday: null,
    month: null,
    monthDay: null,
    hour: null,
    minute: 0,
    soon: false,
  };
  for (let at = 0; at < tokens.length; at += 1) readWord(moment, tokens, at);
  return moment;
}

function readWord(moment: Moment, tokens: readonly Token[], at: number): void {
  const word = wordAt(tokens, at);
  const previous = wordAt(tokens, at - 1);
  const next = wordAt(tokens, at + 1);
  if (word === "manana" || word === "tarde") readSpanish(moment, word, previous);
  else if (tokens[at]?.kind === "number") readClock(moment, tokens, at);
  else if (weekdays.has(word) && isDayName(word, tokens, at)) moment.weekday = weekdays.get(word) ?? null;
  else if (monthNames.has(word)) readDate(moment, tokens, at);
  else if (isWithinDay(tokens, at)) {
    moment.hour = 17;
    moment.days ??= 0;
  } else if (units.has(word) || isHours(tokens, at)) readUnit(moment, tokens, at);
  else if (word === "end" && (next === "of" || next === "day")) readEnd(moment, tokens, at);
  else if ((word === "fin" || word === "final") && wordAt(tokens, at + 2) === "dia") moment.hour = 17;
  else if (word === "fin" && wordAt(tokens, at + 2) === "semana") moment.weekday = 6;
  else {
    if (days.has(word) && !(word === "ngayon" && previous === "hanggang")) moment.days = days.get(word) ?? null;
    if (parts.has(word) && !(word === "noche" && previous === "buenas") && previous !== "good") {
      moment.hour ??= parts.get(word) ?? null;
      if (moment.days === null && (previous === "this" || previous === "esta" || previous === "mamayang" || word === "tonight")) moment.days = 0;
    }
    // "As soon as" begins a condition.
    if (soon.has(word) && !(previous === "as" && next === "as" && wordAt(tokens, at + 2) !== "possible")) moment.soon = true;
  }
}

/** "La mañana" and "la tarde" are parts of the day; alone "mañana" is tomorrow, and "más tarde" is later. */
function readSpanish(moment: Moment, word: string, previous: string): void {
  const isPart = previous === "la" || previous === "esta";
  if (word === "manana") {
    if (isPart) moment.hour = 9;
    else moment.days = previous === "pasado" ? 2 : 1;
  } else if (isPart) moment.hour ??= 14;
  else if (previous === "mas") moment.soon = true;
  if (previous === "esta") moment.days ??= 0;
}

function readUnit(moment: Moment, tokens: readonly Token[], at: number): void {
  const unit = units.get(wordAt(tokens, at)) ?? 60;
  const previous = wordAt(tokens, at - 1);
  if (isNextUnit(tokens, at)) {
    if (unit === 10080) moment.weekday = 1;
    else if (unit === 43200) moment.monthDay = 1;
    else if (unit === 1440) moment.days = 1;
    return;
  }
  if (previous === "this" || previous === "esta" || previous === "ngayong") {
    if (unit === 10080) moment.weekday = 5;
    return;
  }
  const workingDays = /^(business|working|habiles|laborables)$/.test(previous) || /^(habiles|laborables)$/.test(wordAt(tokens, at + 1));
  const isHalf = /^(half|media)$/.test(previous) || (/^an?$/.test(previous) && wordAt(tokens, at - 2) === "half");
  const count = isHalf ? 0.5 : countBefore(tokens, workingDays ? at - 1 : at);
  if (count === null) return;
  moment.minutes = Math.round(unit * count);
  moment.workingDays = workingDays && unit === 1440;
}

/** "Within the day", "en el transcurso del día", "sa loob ng araw na ito": by the end of it. */
function isWithinDay(tokens: readonly Token[], at: number): boolean {
  if (!/^(day|dia|araw)$/.test(wordAt(tokens, at))) return false;
  const before = [3, 2, 1].map((step) => wordAt(tokens, at - step)).join(" ");
  return /(within|during|throughout) (the|this)$|(transcurso|curso|largo) del$|durante el$|loob ng$/.test(before);
}

/** "Within 24h", "en 2 h", but not "a las 21 h". */
function isHours(tokens: readonly Token[], at: number): boolean {
  if (wordAt(tokens, at) !== "h" || tokens[at - 1]?.kind !== "number") return false;
  return /^(within|in|en|de|after|next|proximas|loob|ng)$/.test(wordAt(tokens, at - 2));
}

function isNextUnit(tokens: readonly Token[], at: number): boolean {
  const nexts = /^(next|proxima|proximo|susunod|following|viene)$/;
  return (
    nexts.test(wordAt(tokens, at - 1)) ||
    nexts.test(wordAt(tokens, at - 2)) ||
    (wordAt(tokens, at + 1) === "que" && wordAt(tokens, at + 2) === "viene")
  );
}

/** The number before a unit: of "24 to 48 hours" the later. */
function countBefore(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at - 1];
  if (!token) return null;
  if (token.kind === "number") return numberOf(token.text);
  const word = token.text === "of" || token.text === "de" || token.text === "na" ? wordAt(tokens, at - 2) : token.text;
  return numberWords.get(word) ?? null;
}

function numberOf(text: string): number | null {
  const value = Number(text.replace(",", "."));
  return Number.isFinite(value) && value >= 0 ? value : null;
}

function readEnd(moment: Moment, tokens: readonly Token[], at: number): void {
  const rest = [1, 2, 3].map((step) => wordAt(tokens, at + step));
  if (rest.includes("day")) moment.hour = 17;
  if (rest.includes("week")) moment.weekday = 5;
  if (rest.includes("week") || rest.includes("business")) moment.hour = 17;
  if (moment.days === null && moment.weekday === null) moment.days = 0;
}

/** "at 3", "3 pm", "15:30", "a las 3", "alas 3". */
function readClock(moment: Moment, tokens: readonly Token[], at: number): void {
  const [hours = "", minutes = "0"] = (tokens[at]?.text ?? "").split(/[:.]/);
  const hour = Number(hours);
  if (!Number.isInteger(hour) || hour > 24 || Number(minutes) > 59 || hours === "") return;
  const next = wordAt(tokens, at + 1);
  const isTimed = (/^(am|pm|a|p|h|hrs)$/.test(next) && !isHours(tokens, at + 1)) || (tokens[at]?.text ?? "").includes(":");
  const isLed = /^(at|by|before|around|las|la|alas|about|until)$/.test(wordAt(tokens, at - 1)) && !units.has(next) && !monthNames.has(next);
  if (!isTimed && !isLed) return;
  const isAfternoon =
    next === "pm" || next === "p" || (next !== "am" && !isTimed && hour < 8) || /^(tarde|noche|hapon|gabi)$/.test(wordAt(tokens, at + 3));
  moment.hour = isAfternoon && hour < 12 ? hour + 12 : hour === 12 && next === "am" ? 0 : hour % 24;
  moment.minute = Number(minutes);
}

function readDate(moment: Moment, tokens: readonly Token[], at: number): void {
  const near = [tokens[at + 1], tokens[at - 1], tokens[at - 2]].find((token) => token?.kind === "number");
  const day = Number(near?.text);
  if (!Number.isInteger(day) || day < 1 || day > 31) return;
  moment.month = monthNames.get(wordAt(tokens, at)) ?? null;
  moment.monthDay = day;
}

/** Short day names are common words too ("mon", "sat"): they count after "on", "by", "this", "next". */
function isDayName(word: string, tokens: readonly Token[], at: number): boolean {
  return word.length > 4 || /^(on|by|this|next|sa|el|until)$/.test(wordAt(tokens, at - 1));
}

function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? "";
}

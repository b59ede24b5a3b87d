/** An hour that words name, at [from, to) of the text, in minutes from midnight; `last`: the end of a span of hours. */
export type NamedHour = { from: number; to: number; minute: number; last: number | null };

const words: Readonly<Record<string, number>> = {
  ...{
    una: 1,
    one: 1,
    uno: 1,
    two: 2,
    dos: 2,
    three: 3,
    tres: 3,
    four: 4,
    cuatro: 4,
    kwatro: 4,
    five: 5,
    cinco: 5,
    singko: 5,
    six: 6,
    seis: 6,
    sais: 6,
  },
  ...{
    seven: 7,
    siete: 7,
    siyete: 7,
    eight: 8,
    ocho: 8,
    otso: 8,
    nine: 9,
    nueve: 9,
    nuwebe: 9,
    ten: 10,
    diez: 10,
    diyes: 10,
    eleven: 11,
    once: 11,
    onse: 11,
  },
  ...{ twelve: 12, doce: 12, dose: 12 },
};
const spoken = Object.keys(words).join("|");
const clock = String.raw`(\d{1,2})(?:[:.](\d{2}))?`;
const half = String.raw`(\s(?:a\.?\s?m\b\.?|p\.?\s?m\b\.?|nn\b|mn\b)|(?:a\.?m\b\.?|p\.?m\b\.?|nn\b|mn\b))`;
const notMoney = String.raw`(?<![\d:.,/#$€£₱]|[-–]\s?)`;
const follows = String.raw`(?=\s*(?:$|[.,!?;)\n]|(?:de la|del|en punto|y media|y medya|on|sharp|then|pls|plz|please|po|tomorrow|bukas|manana|hoy|today|tonight|sa|ng|el|this|next|for|o'?clock|in the|with|con|instead|na|pa|para|and|y|mon|tue|wed|thu|fri|sat|sun|lunes|martes|jueves|works|is|it is|if|we|you|see|but|so|or|as|esta|queda|confirmed|booked|ok|okay|good|fine|onwards|para|viernes|sabado|domingo)))`;

const span = new RegExp(String.raw`${notMoney}${clock}${half}?\s?(?:-|–|to|until|hanggang|a)\s?${clock}${half}`, "g");
const halved = new RegExp(`${notMoney}${clock}${half}`, "g");
const full = /(?<![\d:.,/#$€£₱])(\d{1,2}):(\d{2})(?![\d:])/g;
const european = /(?<![\d:.,/#$€£₱])(\d{2})h(\d{2})?\b/g;
const led = new RegExp(
  String.raw`(?:\bat|@|\ba las?|\balas|\blas|\baround|\bbandang)\s?(?:${clock}|(${spoken}))(\s(?:y|at) (?:media|medya|kalahati))?${follows}`,
  "g",
);
const noon = /\b(?:at noon|12 noon|al mediodia|a mediodia)\b/g;

const afternoonWords = /\b(?:afternoon|evening|tonight|night|tarde|noche|hapon|gabi|pm)\b/;
const morningWords = /\b(?:morning|la manana|umaga|am)\b/;

/** All hours that a folded text names, in its order. */
export function hoursIn(text: string): NamedHour[] {
  const found: NamedHour[] = [];
  const add = (match: RegExpMatchArray, minute: number | null, last: number | null = null) => {
    const [from, to] = [match.index ?? 0, (match.index ?? 0) + match[0].length];
    if (minute !== null && !found.some((other) => from < other.to && other.from < to)) found.push({ from, to, minute, last });
  };
  for (const match of text.matchAll(span)) addSpan(match, add);
  for (const match of text.matchAll(halved)) add(match, minutesOf(match[1], match[2], match[3] ?? ""));
  for (const match of text.matchAll(full)) add(match, guessed(match[1], match[2], near(text, match)));
  for (const match of text.matchAll(european)) add(match, minutesOf(match[1], match[2], ""));
  for (const match of text.matchAll(led)) {
    const minute = guessed(match[1] ?? String(words[match[3] ?? ""] ?? ""), match[2], near(text, match));
    add(match, minute === null ? null : minute + (match[4] ? 30 : 0));
  }
  for (const match of text.matchAll(noon)) add(match, 720);
  return found.sort((a, b) => a.from - b.from);
}

/** "2-4pm" begins in the afternoon, "11-1pm" before it. */
function addSpan(match: RegExpMatchArray, add: (match: RegExpMatchArray, minute: number | null, last: number | null) => void): void {
  const [, hour, minutes, half, lastHour, lastMinutes, lastHalf = ""] = match;
  const last = minutesOf(lastHour, lastMinutes, lastHalf);
  const alike = minutesOf(hour, minutes, half ?? lastHalf);
  if (alike === null || last === null) return;
  add(match, half === undefined && alike > last ? minutesOf(hour, minutes, "am") : alike, last);
}

/** What is said about the part of the day, of which the nearest words are after the hour. */
function near(text: string, match: RegExpMatchArray): string {
  const end = (match.index ?? 0) + match[0].length;
  const after = /^\s*(?:de la|en la|in the|at|this|ng|sa)?\s?(?:morning|manana|umaga|afternoon|evening|night|tarde|noche|hapon|gabi)\b/.exec(
    text.slice(end, end + 24),
  )?.[0];
  return after === undefined ? text : after.replace(/^\s*(?:de |en )?la manana/, " la manana");
}

/** Without a half of the day, hours from one to seven are in the afternoon, unless they are written with a 0 or the words say morning. */
function guessed(hour: string | undefined, minutes: string | undefined, said: string): number | null {
  const value = Number(hour);
  const isMorning = morningWords.test(said) && !afternoonWords.test(said);
  const isLate = afternoonWords.test(said) || (value >= 1 && value <= 7 && !isMorning && !hour?.startsWith("0"));
  return minutesOf(hour, minutes, isLate && value < 12 && !isMorning ? "pm" : "");
}

function minutesOf(hour: string | undefined, minutes: string | undefined, half: string): number | null {
  const [hours, rest] = [Number(hour), Number(minutes ?? "0")];
  const part = half.replace(/[.\s]/g, "");
  if (hour === undefined || hour === "" || hours > (part === "" ? 24 : 23) || rest > 59) return null;
  if (part === "pm") return ((hours < 12 ? hours + 12 : hours) % 24) * 60 + rest;
  if (part === "am" || part === "mn") return (hours === 12 ? 0 : hours) * 60 + rest;
  return (hours % 24) * 60 + rest;
}

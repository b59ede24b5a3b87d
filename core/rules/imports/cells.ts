import type { AttributeValue } from "#core/model/records.ts";
import { unguardFormulas } from "#core/rules/csv/cell.ts";
import { splitList } from "#core/rules/csv/list.ts";
import { foldText } from "#core/rules/text/text.ts";
import { isFilled, refusalIn } from "./consent-words.ts";

const yes = new Set([
  "true",
  "yes",
  "y",
  "1",
  "on",
  "x",
  "si",
  "oo",
  "checked",
  "t",
  "ja",
  "oui",
  "sim",
  "da",
  "да",
  "так",
  "tak",
  "evet",
  "ano",
  "是",
  "はい",
  "예",
  "네",
  "نعم",
  "כן",
  "✓",
  "✔",
  "☑",
]);
const no = new Set([
  "false",
  "no",
  "n",
  "0",
  "off",
  "none",
  "hindi",
  "unchecked",
  "f",
  "nein",
  "non",
  "nao",
  "nee",
  "нет",
  "ні",
  "nie",
  "hayir",
  "ne",
  "nej",
  "nei",
  "ei",
  "否",
  "いいえ",
  "아니요",
  "아니오",
  "لا",
  "לא",
  "✗",
  "✘",
  "☐",
]);

/** A cell as text; "" when there is nothing in it. Lists are for tags alone. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** The yes or no of a cell; null: it is neither. */
export function yesOrNo(text: string): boolean | null {
  const folded = foldText(text);
  return yes.has(folded) ? true : no.has(folded) ? false : null;
}

/** Whether somebody agrees, as a column that asks for it says: "unsubscribed" is no. The time at which they agreed says yes. */
export function agrees(text: string): boolean | null {
  const refusal = refusalIn(text, true);
  return refusal === null ? (yesOrNo(text) ?? (instantOf(text) === null ? null : true)) : !refusal;
}

/** Whether somebody refuses, as a column that asks for that says. */
export function refuses(text: string): boolean | null {
  return refusalIn(text, true) ?? yesOrNo(text) ?? (instantOf(text) === null ? null : true);
}

/** Whether a column that says since when something is so says that it is; null: it is empty. */
export function holdsSince(text: string): boolean | null {
  return isFilled(text) ? (yesOrNo(text) ?? true) : null;
}

const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)\s?(Z|[+-]\d{2}:?\d{2}|UTC)?)?$/i;

/** ISO 8601, without a zone in UTC, as ms since 1970; null for all that could be read in two ways. */
export function instantOf(text: string): number | null {
  const [, date, time = "00:00", zone = "Z"] = iso.exec(text) ?? [];
  if (date === undefined) return null;
  const at = Date.parse(`${date}T${time}${/^(?:z|utc)$/i.test(zone) ? "Z" : zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}`);
  return Number.isNaN(at) || at < 0 ? null : at;
}

/** A cell of a CSV as text, without the apostrophes that guard it from being a formula; what was guarded is not trimmed. */
export function csvTextOf(value: unknown): string {
  const text = typeof value === "string" ? value : textOf(value);
  const plain = unguardFormulas(text);
  return plain === text ? text.trim() : plain;
}

/** Names in one cell: a list, or a text with commas, semicolons, bars or `:::` between; each once, whatever its case. */
export function tagNames(value: unknown): string[] {
  return uniqueNames(Array.isArray(value) ? value.map(textOf) : splitList(textOf(value)));
}

/** Each name once, whatever its case, as it was written first. */
export function uniqueNames(names: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const name of names) {
    const key = foldText(name);
    if (key !== "" && !byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}

/** A number that is written as numbers are, true and false; all else stays text: "007" and "+63" are no numbers. */
export function attributeValue(value: unknown): Exclude<AttributeValue, null> {
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = textOf(value);
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(text)) return Number(text);
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return text;
}

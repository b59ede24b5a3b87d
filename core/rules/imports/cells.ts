import type { AttributeValue } from "#core/model/records.ts";
import { foldText } from "#core/rules/text.ts";

const yes = new Set(["true", "yes", "y", "1", "on", "x", "si", "oo", "checked"]);
const no = new Set(["false", "no", "n", "0", "off", "none", "hindi", "unchecked"]);
const agreed = new Set(["subscribed", "opted in", "opt in", "opt-in"]);
const refused = new Set(["unsubscribed", "not subscribed", "non-subscribed", "opted out", "opt out", "opt-out"]);

/** A cell as text; "" when there is nothing in it. Lists are for tags alone. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** Null when it says neither. */
export function yesOrNo(text: string): boolean | null {
  const folded = foldText(text);
  return yes.has(folded) ? true : no.has(folded) ? false : null;
}

/** Whether somebody agrees, as a column that asks for it says: "unsubscribed" is no. The time at which they agreed says yes. */
export function agrees(text: string): boolean | null {
  const folded = foldText(text);
  if (agreed.has(folded)) return true;
  return refused.has(folded) ? false : (yesOrNo(text) ?? (instantOf(text) === null ? null : true));
}

/** Whether somebody refuses, as a column that asks for that says. */
export function refuses(text: string): boolean | null {
  const folded = foldText(text);
  if (refused.has(folded)) return true;
  return agreed.has(folded) ? false : (yesOrNo(text) ?? (instantOf(text) === null ? null : true));
}

const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)\s?(Z|[+-]\d{2}:?\d{2}|UTC)?)?$/i;

/** ISO 8601, without a zone in UTC, as ms since 1970; null for all that could be read in two ways. */
export function instantOf(text: string): number | null {
  const [, date, time = "00:00", zone = "Z"] = iso.exec(text) ?? [];
  if (date === undefined) return null;
  const at = Date.parse(`${date}T${time}${/^(?:z|utc)$/i.test(zone) ? "Z" : zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}`);
  return Number.isNaN(at) || at < 0 ? null : at;
}

/** Names in one cell: a list, or a text with commas, semicolons or bars between; each once, whatever its case. */
export function tagNames(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[,;|]/);
  const names = new Map<string, string>();
  for (const part of parts) {
    const name = part.trim();
    const key = foldText(name);
    if (key !== "" && !names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}

/** A number that is written as numbers are, true and false; all else stays text: "007" and "+63" are no numbers. */
export function attributeValue(value: unknown): Exclude<AttributeValue, null> {
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = textOf(value);
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(text)) return Number(text);
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return text;
}

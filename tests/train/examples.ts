import type { Reading } from "#core/model/reading.ts";
import type { Direction } from "#core/model/vocabulary.ts";
import { readMessage } from "#core/rules/analysis/index.ts";
import { ownWords } from "#core/rules/analysis/own-words.ts";
import { featuresOf } from "#core/rules/analysis/learned/features.ts";
import { businessLabels, conversionClasses, customerLabels, optOutClasses, toneClasses } from "#core/rules/analysis/learned/labels.ts";
import { findMatches } from "#core/rules/analysis/phrases/matcher.ts";
import { businessRules, customerRules, isKnownWord } from "#core/rules/analysis/phrases/rulebook.ts";
import { tokenize } from "#core/rules/analysis/tokens/tokens.ts";
import type { Line, Turn } from "./corpus.ts";

export type Example = { id: string; writer: string; lang: string; direction: "inbound" | "outbound"; slots: (Int32Array | null)[]; open: number[]; flags: Int8Array; groups: number[][]; byRules: ReadonlySet<string>; toneByRules: number };

type Known = { ids: Int32Array; reading: Reading };
const cache = new Map<string, Known>();
const idsOf = (turn: Pick<Turn, "role" | "text">) => knownOf(turn).ids;
function knownOf({ role, text: said }: Pick<Turn, "role" | "text">): Known {
  const key = `${role} ${said}`;
  const held = cache.get(key);
  if (held) return held;
  const direction = role === "agent" ? "outbound" : "inbound";
  const text = ownWords({ text: said, direction });
  const reading = readMessage({ text, direction, author: direction === "inbound" ? "customer" : "staff", sentAt: 1_700_000_000_000, timeZone: "UTC", region: null, ownIntents: [] });
  const tokenized = tokenize(text, isKnownWord);
  const matches = findMatches(direction === "inbound" ? customerRules : businessRules, tokenized.tokens);
  const ids = Int32Array.from(featuresOf({ direction, tokenized, matches, reading }).map(({ id }) => id));
  const known = { ids, reading };
  cache.set(key, known);
  return known;
}

/** The labels that the rules find in a message, by the names of the corpus. */
function labelsByRules({ intents, question, offer, conversion, revocation, promises, cannotResolve }: Reading, direction: Direction): Set<string> {
  const found = new Set<string>(intents.map(({ intent }) => intent));
  if (found.has("purchase_intent") || found.has("booking_request")) found.add("buying_intent");
  if (found.has("not_interested")) found.add("elsewhere");
  if (question) found.add(direction === "inbound" ? "question" : "asks");
  if (offer && direction === "outbound") found.add("asks");
  if (conversion) found.add("confirmed");
  if (revocation) found.add("revoked");
  if (promises.length > 0) found.add("promise");
  if (cannotResolve) found.add("cannot");
  return found;
}

export const turnsSeen = 4;
export const openCount = 8;
export function exampleOf(line: Line): Example {
  const direction = line.role === "agent" ? "outbound" : "inbound";
  const before = line.context.toReversed().slice(0, turnsSeen - 1);
  const slots = [idsOf(line), ...before.map(idsOf)];
  const open = [0, 1, 2].flatMap((at) => [before[at]?.role === "agent" ? 1 : 0, before[at]?.role === "customer" ? 1 : 0]);
  open.push(before.length === 0 ? 1 : 0, 0);
  const names = direction === "inbound" ? customerLabels : businessLabels;
  const flags = Int8Array.from(names.map((name) => (line.labels[name] === undefined ? -1 : line.labels[name] ? 1 : 0)));
  const allowed = (classes: readonly string[], given: unknown, also: unknown): number[] => (given === undefined || given === null ? [] : [given, also ?? []].flat().map((name) => classes.indexOf(String(name))).filter((at) => at >= 0));
  const { sentiment, sentiment_alt, opt_out, conversion_alt, partial } = line.labels;
  // Money back for an overcharge takes no sale back.
  const conversion = partial === true ? "none" : line.labels.conversion;
  const { reading } = knownOf(line);
  const groups = direction === "inbound" ? [allowed(toneClasses, sentiment, sentiment_alt), allowed(optOutClasses, opt_out, null)] : [allowed(conversionClasses, conversion, conversion_alt)];
  return { id: line.id, writer: line.writer, lang: line.lang, direction, slots, open, flags, groups, byRules: labelsByRules(reading, direction), toneByRules: Math.abs(reading.sentiment ?? 0) <= 0.2 ? 0 : Math.sign(reading.sentiment ?? 0) };
}

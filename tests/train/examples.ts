import type { Reading } from "#core/model/reading.ts";
import type { Direction } from "#core/model/vocabulary.ts";
import { readMessage } from "#core/rules/analysis/index.ts";
import { businessLabels, conversionClasses, customerLabels, optOutClasses, toneClasses } from "#core/rules/analysis/learned/labels.ts";
import { openOf } from "#core/rules/analysis/learned/predict.ts";
import { featuresIn } from "#core/rules/analysis/learned/turn.ts";
import { ownWords } from "#core/rules/analysis/own-words.ts";
import type { Line, Turn } from "./corpus.ts";

/** The message and the turns before it that the network looks at, and the numbers that say who spoke. */
export const turnsSeen = 4;
export const openCount = 8;
/** Of a message without turns before it. */
export const openAlone = openOf([]);

/**
 * A labelled turn as numbers: the features of the turn and of those before it, newest first; flags 1, 0 or -1 (open to taste); the accepted
 * classes of each choice; and what the rules alone say.
 */
export type Example = {
  id: string;
  writer: string;
  direction: Direction;
  turns: Int32Array[];
  open: number[];
  flags: number[];
  groups: number[][];
  byRules: ReadonlySet<string>;
  toneByRules: number;
};

type Read = { ids: Int32Array; reading: Reading };
const known = new Map<string, Read>();
const sides = { agent: "outbound", customer: "inbound" } as const;

function read({ role, text: said }: Pick<Turn, "role" | "text">): Read {
  const key = `${role} ${said}`;
  const held = known.get(key);
  if (held) return held;
  const direction = sides[role];
  const text = ownWords({ text: said, direction });
  const author = role === "customer" ? "customer" : "staff";
  const sentAt = 1_700_000_000_000;
  const reading = readMessage({ text, direction, author, sentAt, timeZone: "UTC", region: null, ownIntents: [] });
  const features = featuresIn({ at: sentAt, id: "message", text, direction, media: [], reading });
  const made = { ids: Int32Array.from(features, ({ id }) => id), reading };
  known.set(key, made);
  return made;
}

export function exampleOf(line: Line): Example {
  const { id, writer, role, labels } = line;
  const direction = sides[role];
  const before = line.context.toReversed().slice(0, turnsSeen - 1);
  const { ids, reading } = read(line);
  const names = direction === "inbound" ? customerLabels : businessLabels;
  return {
    id,
    writer,
    direction,
    turns: [ids, ...before.map((turn) => read(turn).ids)],
    open: openOf(before.map((turn) => sides[turn.role])),
    flags: names.map((name) => (labels[name] === undefined ? -1 : labels[name] === true ? 1 : 0)),
    groups: direction === "inbound" ? choicesOfCustomer(labels) : [choiceOfBusiness(labels)],
    byRules: labelsByRules(reading, direction),
    toneByRules: Math.abs(reading.sentiment ?? 0) <= 0.2 ? 0 : Math.sign(reading.sentiment ?? 0),
  };
}

function choicesOfCustomer({ sentiment, sentiment_alt: also, opt_out: optOut }: Line["labels"]): number[][] {
  return [accepted(toneClasses, sentiment, also), accepted(optOutClasses, optOut)];
}

/** Money back for an overcharge takes no sale back. */
function choiceOfBusiness({ conversion, conversion_alt: also, partial }: Line["labels"]): number[] {
  return accepted(conversionClasses, partial === true ? "none" : conversion, also);
}

/** The places of the classes that are right; none where it is open to taste. */
function accepted(classes: readonly string[], given: unknown, also: unknown = []): number[] {
  if (given === undefined || given === null) return [];
  return [given, also]
    .flat()
    .map((name) => classes.indexOf(String(name)))
    .filter((at) => at >= 0);
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

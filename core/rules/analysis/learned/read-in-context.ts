import type { Turn } from "#core/model/conversation.ts";
import type { Reading, Unsure } from "#core/model/reading.ts";
import type { ConversionKind, Direction } from "#core/model/vocabulary.ts";
import { withAgreed } from "../agreed/agreed.ts";
import { deniedIntents } from "../intents.ts";
import { failuresIn, isUnrelatedIn } from "../outbound.ts";
import { type CustomerLabel, customerLabels, type ToneClass } from "./labels.ts";
import { type Prediction, predict } from "./predict.ts";
import { type ReadableMessage, turnFrom, wordsIn } from "./turn.ts";
import { likelyOf } from "./unsure.ts";
import { weights } from "./weights.ts";
import type { WordsRead } from "./words.ts";

/** A promise without a time falls due after a day (product.md §8). */
const unsaid = 24 * 3_600_000;
const longestQuote = 200;

/** The intents by which a customer's labels are known; a question is none. */
const intentOf: Readonly<Partial<Record<CustomerLabel, string>>> = {
  buying_intent: "purchase_intent",
  pricing_question: "pricing_question",
  comparison: "comparison",
  negotiation: "negotiation",
  complaint: "complaint",
  cancellation: "cancellation",
  human_request: "human_request",
  spam: "spam",
  thanks: "thanks",
  elsewhere: "not_interested",
};
/** Intents that say the same: each is kept where the label holds, and goes where it does not. */
const kinIntents: Readonly<Partial<Record<CustomerLabel, readonly string[]>>> = { buying_intent: ["purchase_intent", "booking_request"] };

/**
 * The message read as an answer to the turns before it, newest first: what the rules have found in it alone, corrected and completed by the
 * learned reader for the labels on which that is right more often. Words for opting out, details and times stay as the rules
 * read them, and another analyst's reading stays whole. What is likely but not found is `unsure`. The same object where nothing is changed.
 */
export function readInContext(message: ReadableMessage, before: readonly Turn[]): { reading: Reading; turn: Turn } {
  const read = wordsIn(message);
  const turn = turnFrom(message, read);
  const { reading } = message;
  const count = read.tokenized.tokens.length;
  const quote = message.text.trim().slice(0, longestQuote);
  const isOurs = reading.analyst === "rules" && !isOnlyCourtesy(read, message.direction) && !(before.length === 0 && count <= fewestWords.alone);
  if (!isOurs || (quote === "" && message.media.length === 0)) return { reading, turn };
  // Who asks for money back has asked for that: it is an intent of its own.
  const asksForMoney = reading.intents.some(({ intent }) => intent === "refund_request");
  const denied = [...deniedIntents(read.tokenized, read.matches, reading.intents), ...(asksForMoney ? ["cancellation"] : [])];
  const words = { message, count, before: before[0] ?? null, quote, denied, isNoSale: isNoSale(read, reading) };
  const prediction = predict(turn, before);
  return {
    reading:
      message.direction === "inbound"
        ? inboundWith(reading, prediction, words)
        : withAgreed(outboundWith(reading, prediction, words, before), turn, before),
    turn,
  };
}

/** `isNoSale`: the words tell of a failure, or of something that is no sale, and confirm nothing by likeness. */
type Shown = { message: ReadableMessage; count: number; before: Turn | null; quote: string; denied: readonly string[]; isNoSale: boolean };

/** A word or two mean by likeness only what the turns before make of them; and nobody sells to us in fewer words than these. */
const fewestWords = { alone: 2, spam: 5 };

const courtesies: ReadonlySet<string> = new Set(["greeting", "goodbye"]);

/** "Good evening": a customer who only greets means nothing else by it, after whatever was said before. */
function isOnlyCourtesy({ tokenized: { tokens }, matches }: WordsRead, direction: Direction): boolean {
  if (direction === "outbound" || tokens.length === 0) return false;
  const greetings = matches.filter(({ label }) => courtesies.has(label));
  const said = tokens.filter(({ kind }) => kind === "word" || kind === "tag" || kind === "number");
  return (
    said.length > 0 &&
    said.every((token) => greetings.some(({ from, to }) => tokens.indexOf(token) >= from && tokens.indexOf(token) < to) || address.has(token.text))
  );
}

/** Words that only say to whom a greeting goes. */
const address: ReadonlySet<string> = new Set(
  "po poh sir maam mam ma am miss ms mr there team guys boss ate kuya sis seller admin senora senor amiga amigo a todos all".split(" "),
);

function isNoSale({ matches }: WordsRead, { language }: Reading): boolean {
  return isUnrelatedIn(matches) || failuresIn(matches, language).length > 0;
}

/** Whether a label holds, by how sure the learned reader is and by what the rules have found. */
function holds(label: string, sure: number, byRules: boolean): boolean {
  const decision = weights.decisions[label];
  if (decision?.by !== "learned") return byRules;
  return sure >= (byRules ? decision.keep : decision.from);
}

function inboundWith(reading: Reading, { flags, tone, optOut }: Prediction, words: Shown): Reading {
  let { intents } = reading;
  for (const label of customerLabels) {
    const intent = intentOf[label];
    if (intent !== undefined && !(label === "spam" && words.count < fewestWords.spam))
      intents = withIntent(intents, intent, kinIntents[label] ?? [intent], (byRules) => holds(label, flags[label] ?? 0, byRules), words);
  }
  if (!intents.some(({ intent }) => intent === "opt_out") && holds("opt_out", optOut ?? 0, false)) intents = [...intents, said("opt_out", words)];
  if (intents.some(({ intent }) => intent === "spam")) return changed(reading, asSpam(intents));
  const asks = holds("question", flags.question ?? 0, reading.question !== null);
  const question = asks ? (reading.question ?? { quote: words.quote }) : null;
  const sentiment = tone ? toneWith(reading.sentiment, tone) : reading.sentiment;
  const isOut = intents.some(({ intent }) => intent === "opt_out") || words.denied.includes("opt_out");
  const unsure = likelyOf(isOut ? [] : [{ what: "opt_out", ...findingIn(words), sure: optOut ?? 0 }]);
  return changed(reading, { intents, question, sentiment, ...unsure });
}

/** Whoever sells to the business wants nothing that it has, asks nothing of it and says nothing of themselves (product.md §7). */
function asSpam(intents: Reading["intents"]): Partial<Reading> {
  return {
    intents: intents.filter(({ intent }) => intent === "spam" || intent === "opt_out"),
    question: null,
    answer: null,
    sentiment: null,
    details: [],
  };
}

function withIntent(
  intents: Reading["intents"],
  intent: string,
  kin: readonly string[],
  isHeld: (byRules: boolean) => boolean,
  words: Shown,
): Reading["intents"] {
  const has = intents.some((found) => kin.includes(found.intent));
  const isThere = isHeld(has);
  // What the words deny is not found by likeness.
  if (has === isThere || kin.some((name) => words.denied.includes(name))) return intents;
  return isThere ? [...intents, said(intent, words)] : intents.filter((found) => !kin.includes(found.intent));
}

function said(intent: string, words: Shown): Reading["intents"][number] {
  return { intent, ...findingIn(words) };
}

/** Up to this, a number is neutral (product.md §4). */
const neutralWithin = 0.2;
/** The middle of each level's band, as product.md §4 draws them. */
const toneValues: Readonly<Record<ToneClass, number>> = { very_negative: -0.8, negative: -0.4, neutral: 0, positive: 0.4, very_positive: 0.8 };

function toneWith(byRules: number | null, tone: NonNullable<Prediction["tone"]>): number | null {
  const decision = weights.decisions.tone;
  if (decision?.by !== "learned") return byRules;
  const negative = tone.very_negative + tone.negative;
  const positive = tone.very_positive + tone.positive;
  const isToned = Math.abs(byRules ?? 0) > neutralWithin;
  const sameSide = (byRules ?? 0) < 0 ? negative : positive;
  const otherSide = (byRules ?? 0) < 0 ? positive : negative;
  if (isToned && otherSide < decision.from) return sameSide >= decision.keep ? byRules : 0;
  if (!isToned && Math.max(negative, positive) < decision.from) return byRules;
  const side: readonly ToneClass[] = negative >= positive ? ["very_negative", "negative"] : ["very_positive", "positive"];
  const [strong = "negative", plain = "negative"] = side;
  return tone[strong] > tone[plain] ? toneValues[strong] : toneValues[plain];
}

function outboundWith(reading: Reading, { flags, conversion }: Prediction, words: Shown, before: readonly Turn[]): Reading {
  const { message, quote } = words;
  const finding = findingIn(words);
  const isPromised = holds("promise", flags.promise ?? 0, reading.promises.length > 0);
  const cannot = holds("cannot", flags.cannot ?? 0, reading.cannotResolve !== null);
  const asks = holds("asks", flags.asks ?? 0, reading.question !== null);
  const kind = kindOf(reading, message, before);
  const read = changed(reading, {
    promises: isPromised ? promisesIn(reading, message, quote) : [],
    question: asks ? (reading.question ?? { quote }) : null,
    cannotResolve: cannot ? (reading.cannotResolve ?? { quote }) : null,
    ...(holds("tentative", flags.tentative ?? 0, false) ? { tentative: finding } : {}),
    ...(conversion ? outcomesWith(reading, conversion, finding, { kind, isNoSale: words.isNoSale }) : {}),
  });
  const promise = { what: "promise", ...finding, dueAt: dueOf(reading, message), sure: flags.promise ?? 0 } as const;
  return changed(read, likelyOf([...(conversion ? likelyOutcomes(read, conversion, finding, kind) : []), ...(isPromised ? [] : [promise])]));
}

function findingIn({ quote, before }: Shown): Finding {
  return before ? { quote, after: before.quote } : { quote };
}

/** What the words may do to a booking or sale, where nothing of the kind was found in them. */
function likelyOutcomes(read: Reading, sure: NonNullable<Prediction["conversion"]>, finding: Finding, kind: ConversionKind): Unsure[] {
  if (read.conversion || read.revocation) return [];
  const revoked = { what: "revoked", ...finding, kind: revokedKind(sure, kind), sure: sure.cancelled + sure.refunded } as const;
  // What is kept under a condition is known to be no booking yet.
  return read.tentative ? [revoked] : [{ what: "confirmed", ...finding, kind, sure: sure.confirmed }, revoked];
}

const revokedKind = (sure: NonNullable<Prediction["conversion"]>, kind: ConversionKind) => (sure.refunded > sure.cancelled ? "purchase" : kind);

function promisesIn(reading: Reading, message: ReadableMessage, quote: string): Reading["promises"] {
  return reading.promises.length > 0 ? reading.promises : [{ quote, dueAt: dueOf(reading, message) }];
}

const dueOf = ({ time }: Reading, { at }: ReadableMessage) => time ?? at + unsaid;

type Finding = { quote: string; after?: string };

/** What the business's words do to a booking or sale: it stands now, stands at another time, or stands no more. */
function outcomesWith(
  reading: Reading,
  sure: NonNullable<Prediction["conversion"]>,
  finding: Finding,
  { kind, isNoSale: isBarred }: { kind: ConversionKind; isNoSale: boolean },
): Partial<Pick<Reading, "conversion" | "revocation">> {
  if (!isBarred && holds("moved", sure.rescheduled, false)) return { conversion: { kind, ...finding, moved: true }, revocation: null };
  const isRevoked = holds("revoked", sure.cancelled + sure.refunded, reading.revocation !== null);
  const isConfirmed = (!isBarred || reading.conversion !== null) && holds("confirmed", sure.confirmed, reading.conversion !== null);
  return {
    revocation: isRevoked ? (reading.revocation ?? { kind: revokedKind(sure, kind), ...finding }) : null,
    conversion: isConfirmed && (reading.conversion !== null || !isRevoked) ? (reading.conversion ?? { kind, ...finding }) : null,
  };
}

/** A booking is at a time; where neither the rules nor the words tell, the turns before do. */
function kindOf({ conversion, revocation, offer, time }: Reading, { text }: ReadableMessage, before: readonly Turn[]): ConversionKind {
  const known = conversion?.kind ?? revocation?.kind ?? (offer && offer.kind !== "other" ? offer.kind : null);
  if (known) return known;
  const hasTime = (time ?? null) !== null || before.some((turn) => turn.time !== null) || /\d\s?(?:am|pm|h\b|:\d\d)/i.test(text);
  return hasTime ? "booking" : "purchase";
}

/** The reading with these parts; itself where all of them are the same. */
function changed(reading: Reading, parts: Partial<Reading>): Reading {
  const held: Readonly<Record<string, unknown>> = reading;
  const isSame = Object.entries(parts).every(([name, part]) => JSON.stringify(part) === JSON.stringify(held[name]));
  return isSame ? reading : { ...reading, ...parts };
}

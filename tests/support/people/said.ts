import type { z } from "zod";
import type { Agreed, Amount } from "#core/model/agreed.ts";
import { type ContactState, emptyState } from "#core/model/contact-state.ts";
import type { Purpose } from "#core/model/delivery.ts";
import type { ActionFact, AdjustmentFact, DetailFact, Fact, MessageFact, Sender, StageFact } from "#core/model/fact.ts";
import type { Reading } from "#core/model/reading.ts";
import { type Settings, settingsSchema } from "#core/model/settings.ts";
import type { Author, ConversionKind, DetailField, Provenance, Source, Stage } from "#core/model/vocabulary.ts";
import { foldAll } from "#core/rules/fold/fold.ts";
import { type CompiledKeywords, compileKeywords } from "#core/rules/signals/keywords/match.ts";
import { type Signal, signalSchema } from "#core/rules/signals/registry.ts";
import { day } from "#core/rules/time.ts";

/** A Monday, midnight in UTC: the day on which the stories of the tests begin. */
export const monday = Date.UTC(2026, 0, 5);

/** So many days after the beginning. */
export function onDay(days: number): number {
  return monday + days * day;
}

/** A reading in which nothing was found but what is given. It is of an analyst whose readings stay as they are in any context. */
export function reading(found: Partial<Reading> = {}): Reading {
  return {
    analyst: "llm",
    version: "1",
    language: null,
    sentiment: null,
    intents: [],
    answer: null,
    question: null,
    offer: null,
    conversion: null,
    revocation: null,
    fulfilment: null,
    promises: [],
    cannotResolve: null,
    details: [],
    ...found,
  };
}

type When = { at?: number; id?: string };

function key(type: string, { at = monday, id }: When) {
  return { at, id: id ?? `${type}_${at}` };
}

/** Of the one conversation that these people have, without files. */
const bare = { conversationId: "cnv_1", media: [], forwarded: false, placeholder: false, history: false } as const;

type Saying = When & Partial<Omit<Reading, "intents">> & { intents?: readonly string[]; source?: Source; sender?: Sender };

/** The customer says so; intents are shown by all of the words. */
export function said(text: string, { at, id, source = "telegram", sender, intents = [], ...found }: Saying = {}): MessageFact {
  const quoted = intents.map((intent) => ({ intent, quote: text }));
  return {
    type: "message",
    ...key("in", { ...(at === undefined ? {} : { at }), ...(id === undefined ? {} : { id }) }),
    direction: "inbound",
    author: "customer",
    purpose: null,
    source,
    text,
    ...bare,
    sender: sender ?? null,
    reading: reading({ ...found, intents: quoted }),
  };
}

type Reply = When & {
  author?: Author;
  offers?: ConversionKind | "other";
  confirms?: ConversionKind;
  /** What is confirmed stands at another time than before. */
  moves?: boolean;
  agreed?: Agreed;
  revokes?: ConversionKind;
  fulfils?: boolean;
  asks?: boolean;
  /** When what is promised is due. */
  promises?: readonly number[];
  purpose?: Purpose;
};

/** The business says so; what it offers, confirms or revokes is shown by all of the words. */
export function replied(
  text: string,
  { author = "staff", offers, confirms, moves, agreed, revokes, fulfils = false, asks = false, promises = [], purpose, ...when }: Reply = {},
): MessageFact {
  const found = reading({
    offer: offers ? { kind: offers, quote: text } : null,
    conversion: confirms ? { kind: confirms, quote: text, ...(moves ? { moved: true } : {}), ...(agreed ? { agreed } : {}) } : null,
    revocation: revokes ? { kind: revokes, quote: text } : null,
    fulfilment: fulfils ? { quote: text } : null,
    question: asks ? { quote: text } : null,
    promises: promises.map((dueAt) => ({ quote: text, dueAt })),
  });
  const common = { author, purpose: purpose ?? null, source: "telegram", text, ...bare, sender: null } as const;
  return { type: "message", ...key("out", when), direction: "outbound", ...common, reading: found };
}

type Doing = When & { reference?: string | null; amount?: Amount; bookedFor?: NonNullable<ActionFact["bookedFor"]>; sender?: Sender };

export function did(action: string, { reference = null, amount, bookedFor, sender, ...when }: Doing = {}): ActionFact {
  const what = { action, reference, amount: amount ?? null, ...(bookedFor ? { bookedFor } : {}) };
  return { type: "action", ...key(action, when), ...what, sender: sender ?? null };
}

/** Staff give or take points. */
export function gave(points: number, reason: string, when: When = {}): AdjustmentFact {
  return { type: "adjustment", ...key("adjust", when), points, reason };
}

/** Staff set the stage. */
export function put(stage: Stage, when: When = {}): StageFact {
  return { type: "stage", ...key("stage", when), stage };
}

export function noted(field: DetailField, value: string | null, provenance: Provenance, when: When = {}): DetailFact {
  return { type: "detail", ...key("detail", when), field, value, provenance };
}

/** Settings with these signals and categories alone, and defaults for the rest. */
export function settingsWith(
  scoring: { signals?: readonly Signal[]; categories?: z.input<typeof settingsSchema>["scoring"]["categories"] } = {},
  rest: Omit<z.input<typeof settingsSchema>, "scoring"> = {},
): Settings {
  return settingsSchema.parse({ ...rest, scoring: { signals: [], categories: {}, ...scoring } });
}

/** A signal on an action of the same name, worth 10 points, with what is given changed. */
export function signalOn(id: string, changed: Partial<Signal> = {}): Signal {
  return signalSchema.parse({ id, name: id, type: "action", action: id, points: 10, category: "engagement", ...changed });
}

/** The enabled keyword signals of a document, ready to be looked for. */
export function keywordsOf({ scoring }: Settings): CompiledKeywords {
  return compileKeywords(scoring.signals.filter((signal) => signal.type === "keyword").filter(({ enabled }) => enabled));
}

/** What the rules remember after these facts, of a contact that was made on the first day. */
export function remembered(facts: readonly Fact[], settings: Settings = settingsWith(), createdAt = monday): ContactState {
  return foldAll(emptyState(createdAt), facts, settings).state;
}

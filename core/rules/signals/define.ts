import { z } from "zod";
import type { Fact } from "#core/model/fact.ts";
import type { Reading } from "#core/model/reading.ts";
import { type CommonSignal, commonSignalFields } from "#core/model/signal.ts";
import type { FindingPlace, SignalFinding } from "./finding.ts";

type SignalOf<Type extends string, Own extends z.ZodRawShape> = CommonSignal & { type: Type } & z.infer<z.ZodObject<Own>>;

/** A signal of whatever type. */
export type AnySignal = CommonSignal & { type: string };

/** A signal that a fact shows, with the words that show it; `points` where the fact brings its own. */
export type SignalMatch = { signal: CommonSignal; quote: string; points?: number };

/** Looks for all signals of a type in one fact, at most one match for each. `intents` are those of an inbound message in its context. */
export type SignalDetector = (fact: Fact, intents: Reading["intents"]) => readonly SignalMatch[];

/** What a check of the signals may look at beside them. */
export type SignalSurroundings = {
  ownIntents: readonly { name: string }[];
  categories: Readonly<Record<string, { cap: number | null; weight: number }>>;
};

/** All that there is to say about a type of signal. `Own` are the fields that it has beside those of every signal. */
type SignalDefinition<
  Type extends string,
  Own extends z.ZodRawShape,
  Input extends { [Field in keyof Own]: z.ZodType },
  View extends { [Field in keyof Own]: z.ZodType<z.output<Own[Field]>> },
  Code extends string,
> = {
  type: Type;
  /** Its place in forms and in the document of the API, 1 first. */
  position: number;
  /** The fields as they are stored; those with a default may be left out. */
  settings: Own;
  /** What the fields cannot say one by one: the message stands at the field. */
  check?: { field: keyof Own & string; message: string; holds(signal: SignalOf<Type, Own>): boolean };
  /** The fields as the API takes them and shows them, with descriptions and examples. */
  input: Input;
  view: View;
  /** Whose points a match earns: the signal's, or those of the fact; then `points` need not be given and there is a usual category. */
  points: "of the signal" | { ofTheFact: string; category: string };
  /** Made once for the enabled signals of each settings document. */
  detector(signals: readonly SignalOf<Type, Own>[]): SignalDetector;
  /** Those of the enabled signals that are looked for at all; left out: all of them. */
  taking?(signals: readonly SignalOf<Type, Own>[]): readonly SignalOf<Type, Own>[];
  /** True: what is found depends on where the signal stands among those like it. */
  isOrdered?(signal: SignalOf<Type, Own>): boolean;
  /** Every code that its checks use. */
  findings: Record<Code, FindingPlace<(keyof Own & string) | keyof CommonSignal>>;
  lint: {
    /** About one enabled signal. */
    each(signal: SignalOf<Type, Own>, around: SignalSurroundings): SignalFinding<Code>[];
    /** About the enabled signals together, also when there is none. */
    all(signals: readonly SignalOf<Type, Own>[], around: SignalSurroundings): SignalFinding<Code>[];
    /** Where two of them count the same thing. */
    overlaps(signals: readonly SignalOf<Type, Own>[]): SignalFinding<Code>[];
  };
  /** Why a signal cannot be taken beside the others, at a path in it; null: it can. */
  refusal?(signal: SignalOf<Type, Own>, others: readonly SignalOf<Type, Own>[]): { path: readonly (string | number)[]; detail: string } | null;
  /** Why the last enabled one must stay; left out: it need not. */
  required?: string;
  /** The words that are looked for, for lists in which the name alone does not say it. */
  words(signal: SignalOf<Type, Own>): readonly string[];
  /** Fields that people edit in a form as lines of text. */
  lists: readonly { field: keyof Own & string; label: string }[];
};

/** One type of signal: its settings, its detector and what lint, hits, views and forms need to know. */
export function defineSignal<
  const Type extends string,
  Own extends z.ZodRawShape,
  Input extends { [Field in keyof Own]: z.ZodType },
  View extends { [Field in keyof Own]: z.ZodType<z.output<Own[Field]>> },
  Code extends string = never,
>(definition: SignalDefinition<Type, Own, Input, View, Code>) {
  const { type, position, settings, check, input, view, points, findings, lint, required, lists } = definition;
  // The settings schema has validated each signal of this type with the fields of this type.
  const isOwn = (signal: unknown): signal is SignalOf<Type, Own> =>
    typeof signal === "object" && signal !== null && "type" in signal && signal.type === type;
  const own = (signals: readonly AnySignal[]) => signals.filter(isOwn);
  const one = (signal: AnySignal) => {
    if (!isOwn(signal)) throw new Error(`a signal of type ${signal.type} is none of type ${type}`);
    return signal;
  };
  const taking = (signals: readonly AnySignal[]) => definition.taking?.(own(signals)) ?? own(signals);
  const schema = z.object({ ...commonSignalFields, type: z.literal(type), ...settings });
  return {
    type,
    position,
    schema: check ? schema.refine((signal) => isOwn(signal) && check.holds(signal), { path: [check.field], message: check.message }) : schema,
    fields: Object.keys(settings),
    input,
    view,
    points,
    findings,
    required: required ?? null,
    lists: lists.map(({ field, label }): { field: string; label: string } => ({ field, label })),
    detector: (signals: readonly AnySignal[]) => definition.detector(taking(signals)),
    taking: (signals: readonly AnySignal[]): readonly AnySignal[] => taking(signals),
    isOrdered: (signal: AnySignal) => definition.isOrdered?.(one(signal)) ?? false,
    lintEach: (signal: AnySignal, around: SignalSurroundings): SignalFinding<Code>[] => lint.each(one(signal), around),
    lintAll: (signals: readonly AnySignal[], around: SignalSurroundings): SignalFinding<Code>[] => lint.all(own(signals), around),
    lintOverlaps: (signals: readonly AnySignal[]): SignalFinding<Code>[] => lint.overlaps(own(signals)),
    refusal: (signal: AnySignal, others: readonly AnySignal[]) => definition.refusal?.(one(signal), own(others)) ?? null,
    words: (signal: AnySignal): readonly string[] => definition.words(one(signal)),
  };
}

/** For a type in which two signals never count the same thing, or nothing is to be said about one of them. */
export const nothing = (): [] => [];

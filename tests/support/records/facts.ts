import fc from "fast-check";
import type { Fact, Sender } from "#core/model/fact.ts";
import type { Reading, Unsure } from "#core/model/reading.ts";
import { type Settings, settingsSchema } from "#core/model/settings.ts";
import {
  builtInIntents,
  type ConversionKind,
  conversionKinds,
  type Direction,
  detailFields,
  provenances,
  sources,
  stages,
  type UnsureFinding,
} from "#core/model/vocabulary.ts";
import type { Signal } from "#core/rules/signals/registry.ts";
import { day, hour } from "#core/rules/time.ts";
import { monday, reading, signalOn } from "../people/said.ts";

/** Words that random messages are made of; some are keywords of random signals. */
const texts = [
  "Hi",
  "How much is it?",
  "A bulk order, please",
  "wholesale",
  "Book me for Friday",
  "¡Sí, resérvame!",
  "ok",
  "You are booked",
  "Moved to Friday 3pm, order #r-1, $40",
  "",
] as const;
const actions = [
  "booking_attempted",
  "booking_confirmed",
  "booking_cancelled",
  "purchase_completed",
  "purchase_refunded",
  "order_fulfilled",
  "link_clicked",
  "promise_made",
] as const;
const references = [null, "r-1", "r-2"] as const;
const amounts = [null, { thousandths: 10_500, currency: "EUR" }, { thousandths: 99, currency: null }] as const;

/** Within four months, often at the same instant or at the edge of a day. */
export const instants: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 120 * 4 }).map((sixths) => monday + sixths * 6 * hour) },
  { weight: 1, arbitrary: fc.nat({ max: 120 }).map((days) => monday + days * day - 1) },
  { weight: 1, arbitrary: fc.nat({ max: 120 * day }).map((ms) => monday + ms) },
);

function sometimes<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(value, { freq: 2 });
}

const tone = sometimes(fc.double({ min: -1, max: 1, noNaN: true }));
const kind = fc.constantFrom<ConversionKind>(...conversionKinds);

/** What confirming words agree; `said` may name any message. */
const agreements = fc.record(
  {
    bookedFor: fc.record({
      from: instants,
      to: sometimes(fc.constant(monday + 200 * day)),
      allDay: fc.boolean(),
      at: instants,
      id: fc.constantFrom("f000", "f919"),
      quote: fc.constant("Friday?"),
    }),
    amount: fc.constantFrom({ thousandths: 40_000, currency: "USD", at: monday, id: "f000", quote: "$40" }),
    reference: fc.constantFrom("r-1", "r-3"),
  },
  { requiredKeys: [] },
);

/** Found words; the quote tells them apart. */
function quoted<K extends string>(kinds: fc.Arbitrary<K>) {
  return sometimes(kinds.map((found) => ({ kind: found, quote: `${found}!` })));
}

/** What an analyst may be unsure of; the business's words cannot ask not to be written to. */
function unsureOf(...findings: readonly UnsureFinding[]): fc.Arbitrary<Unsure[]> {
  return fc.array(fc.record({ what: fc.constantFrom(...findings), quote: fc.constant("perhaps"), sure: fc.constantFrom(0.3, 0.5) }), {
    maxLength: 1,
  });
}

const conversions = sometimes(
  fc.record({ kind, quote: fc.constant("confirmed!"), moved: fc.boolean(), agreed: agreements }, { requiredKeys: ["kind", "quote"] }),
);

const customersReading: fc.Arbitrary<Reading> = fc
  .record({
    language: sometimes(fc.constantFrom("en", "es", "tl")),
    sentiment: tone,
    intents: fc.uniqueArray(
      fc.constantFrom(...builtInIntents).map((intent) => ({ intent, quote: `“${intent}”` })),
      { maxLength: 3, selector: ({ intent }) => intent },
    ),
    answer: sometimes(fc.constantFrom("yes" as const, "no" as const)),
    details: fc.array(
      fc.record({
        field: fc.constantFrom(...detailFields),
        value: fc.constantFrom("one", "two", "three"),
        quote: fc.constantFrom("this", "that"),
        confidence: fc.constantFrom(0.5, 0.8, 1),
      }),
      { maxLength: 2 },
    ),
    unsure: unsureOf("opt_out"),
  })
  .map(reading);

const businessReading: fc.Arbitrary<Reading> = fc
  .record({
    offer: quoted(fc.constantFrom<ConversionKind | "other">(...conversionKinds, "other")),
    conversion: conversions,
    revocation: fc.option(
      kind.map((of) => ({ kind: of, quote: "cancelled" })),
      { freq: 1 },
    ),
    fulfilment: sometimes(fc.constant({ quote: "delivered" })),
    question: sometimes(fc.constant({ quote: "Which one?" })),
    promises: fc.array(
      instants.map((dueAt) => ({ quote: "I will come back", dueAt })),
      { maxLength: 2 },
    ),
    unsure: unsureOf("confirmed", "revoked", "promise"),
  })
  .map(reading);

/** What an analyst may find in a message. */
export function readings(direction: Direction): fc.Arbitrary<Reading> {
  const found = direction === "inbound" ? customersReading : businessReading;
  // Those of the rules are read again in context, those of another analyst stay whole.
  return fc.tuple(found, fc.constantFrom("rules" as const, "llm" as const)).map(([read, analyst]) => ({ ...read, analyst }));
}

const sender: fc.Arbitrary<Sender | null> = sometimes(
  fc.record(
    {
      name: fc.constantFrom("Ana", "Anna"),
      phone: fc.constantFrom("+639171234567", "+14155552671"),
      verified: fc.constantFrom([], ["phone" as const]),
    },
    { requiredKeys: ["verified"] },
  ),
);

function messages(direction: Direction) {
  return fc.record({
    type: fc.constant("message" as const),
    direction: fc.constant(direction),
    author: direction === "inbound" ? fc.constant("customer" as const) : fc.constantFrom("staff" as const, "bot" as const),
    purpose: direction === "inbound" ? fc.constant(null) : fc.constantFrom(null, "reply" as const, "follow_up" as const, "marketing" as const),
    source: fc.constantFrom(...sources),
    conversationId: fc.constantFrom("cnv_1", "cnv_2"),
    text: fc.constantFrom(...texts),
    media: fc.constantFrom([], [{ url: "https://files.example/voice", type: "audio/ogg" }]),
    forwarded: fc.boolean(),
    placeholder: fc.boolean(),
    history: fc.boolean(),
    sender: direction === "inbound" ? sender : fc.constant(null),
    reading: readings(direction),
  });
}

const happenings = fc.oneof(
  { weight: 4, arbitrary: messages("inbound") },
  { weight: 3, arbitrary: messages("outbound") },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        type: fc.constant("action" as const),
        action: fc.constantFrom(...actions),
        reference: fc.constantFrom(...references),
        amount: fc.constantFrom(...amounts),
        bookedFor: fc.constantFrom({ from: "2026-03-01", to: null }, { from: "2026-06-01T10:00", to: "2026-06-03" }),
        sender,
      },
      { requiredKeys: ["type", "action", "reference", "amount", "sender"] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("action" as const),
      action: fc.constant("promise_made"),
      reference: fc.constant(null),
      amount: fc.constant(null),
      sender: fc.constant(null),
      promise: instants.map((dueAt) => ({ messageId: "msg_1", quote: "we'll see to it", dueAt })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("adjustment" as const), points: fc.integer({ min: -50, max: 50 }), reason: fc.constant("given") }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("conversation" as const),
      conversationId: fc.constantFrom("cnv_1", "cnv_2"),
      decision: fc.constantFrom("done" as const, "open" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("stage" as const), stage: fc.constantFrom(...stages) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("detail" as const),
      field: fc.constantFrom(...detailFields),
      value: sometimes(fc.constantFrom("four", "five")),
      provenance: fc.constantFrom(...provenances),
    }),
  },
);

/** Facts of one contact in any order: their ids differ, do not follow the order, and break ties in time. */
export function histories(maxLength = 30): fc.Arbitrary<Fact[]> {
  return fc
    .array(fc.tuple(instants, happenings), { maxLength })
    .map((drawn) => drawn.map(([at, happening], i): Fact => ({ ...happening, at, id: `f${String((i * 7919) % 1000).padStart(3, "0")}` })));
}

/** The same things in another order. */
export function shuffled<T>(things: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...things], { minLength: things.length });
}

/** The things cut into runs, in their order. */
export function batches<T>(things: readonly T[]): fc.Arbitrary<T[][]> {
  return fc.array(fc.integer({ min: 1, max: 6 }), { minLength: things.length, maxLength: things.length }).map((sizes) => {
    const cut: T[][] = [];
    for (let at = 0, i = 0; at < things.length; at += sizes[i] ?? 1, i++) cut.push(things.slice(at, at + (sizes[i] ?? 1)));
    return cut;
  });
}

const days = fc.integer({ min: 1, max: 60 });
const category = fc.constantFrom("intent", "engagement", "own");
const cap = sometimes(fc.integer({ min: 0, max: 80 }));

const looksFor: fc.Arbitrary<Partial<Signal>> = fc.constantFrom<Partial<Signal>[]>(
  ...["pricing_question", "booking_request", "complaint", "conversion"].map((intent) => ({ type: "ai" as const, intent })),
  ...["message_received", ...actions].map((action) => ({ type: "action" as const, action })),
  ...[["bulk order"], ["wholesale", "reservame"], ["hi", "ok"]].map((phrases) => ({ type: "keyword" as const, phrases })),
  { type: "manual" },
);

const signals: fc.Arbitrary<Partial<Signal>> = fc
  .tuple(
    looksFor,
    fc.record({
      points: fc.integer({ min: -60, max: 60 }),
      category,
      repeat: fc.oneof(
        fc.constantFrom("every" as const, "once" as const),
        fc.record({ atMost: fc.integer({ min: 1, max: 3 }), perDays: fc.integer({ min: 1, max: 30 }) }),
      ),
      decay: fc.oneof(fc.constant("none" as const), fc.record({ halfLifeDays: days }), fc.record({ expiresAfterDays: days })),
      cap,
      enabled: fc.boolean(),
      version: fc.integer({ min: 1, max: 3 }),
    }),
  )
  .map(([what, how]): Partial<Signal> => ({ ...what, ...how }));

/** Settings with random signals, categories and numbers of days. */
export const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    scoring: fc.record({
      signals: fc.array(signals, { minLength: 1, maxLength: 8 }).map((drawn) => drawn.map((signal, i) => signalOn(`signal_${i}`, signal))),
      categories: fc.dictionary(category, fc.record({ cap, weight: fc.constantFrom(0, 0.333, 0.5, 1, 1.7) })),
      grades: fc.constantFrom({ A: 80, B: 60, C: 40, D: 20 }, { A: 50, B: 10, C: 5, D: 1 }),
    }),
    status: fc.record({ activeMinMessages: fc.integer({ min: 1, max: 4 }), inactiveAfterDays: days, churnedAfterDays: days, intentTtlDays: days }),
    sentiment: fc.record({ halfLifeDays: days }),
    stages: fc.record({ followUpAfterDays: days, newCycleAfterDays: fc.integer({ min: 1, max: 5 }) }),
    flags: fc.record({ vipConversions: fc.integer({ min: 1, max: 4 }), vipLifetimeValue: sometimes(fc.constantFrom(1, 20)), atRiskDays: days }),
  })
  .map((drawn) => settingsSchema.parse(drawn));

import { z } from "zod";
import { line } from "#core/model/line.ts";
import type { Reading } from "#core/model/reading.ts";
import { builtInIntents } from "#core/model/vocabulary.ts";
import { defineSignal, nothing } from "./define.ts";
import { finding } from "./finding.ts";
import { sameTargets } from "./same-target.ts";

/** An intent that an analyst found, or `conversion`: the business's own confirming message. */
export const ai = defineSignal({
  type: "ai",
  position: 1,
  settings: { intent: z.string().min(1).max(40) },
  input: {
    intent: line(40).meta({
      description: "An intent of the analysts or of your own, or `conversion`: the business's confirming message",
      example: "pricing_question",
    }),
  },
  view: { intent: z.string().meta({ example: "pricing_question" }) },
  points: "of the signal",
  detector(signals) {
    const byIntent = Map.groupBy(signals, (signal) => signal.intent);
    const matches = (intent: string, quote: string) => (byIntent.get(intent) ?? []).map((signal) => ({ signal, quote }));
    return (fact, intents) => {
      if (fact.type !== "message") return [];
      if (fact.direction === "inbound") return evident(intents).flatMap(({ intent, quote }) => matches(intent, quote));
      return fact.reading.conversion ? matches("conversion", fact.reading.conversion.quote) : [];
    };
  },
  findings: { unknown_intent: { field: "intent" }, same_intent: { field: "intent" } },
  lint: {
    each: ({ id, intent }, { ownIntents }) => {
      const known: readonly string[] = [...builtInIntents, "conversion", ...ownIntents.map(({ name }) => name)];
      return known.includes(intent) ? [] : [finding("unknown_intent", id, `looks for the intent “${intent}”, which no analyst finds`)];
    },
    all: nothing,
    overlaps: (signals) => sameTargets(signals, "same_intent", (signal) => signal.intent),
  },
  words: nothing,
  lists: [],
});

/** One entry for each intent. A conversion is the business's word alone, whatever was read in the customer's (product.md §3). */
function evident(intents: Reading["intents"]): Reading["intents"] {
  return intents.filter(({ intent }, i) => intent !== "conversion" && intents.findIndex((other) => other.intent === intent) === i);
}

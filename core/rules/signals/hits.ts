import type { Fact } from "#core/model/fact.ts";
import type { Reading } from "#core/model/reading.ts";
import type { Hit, Signal } from "#core/model/signal.ts";
import type { CompiledSignals } from "./compile.ts";
import { keywordsIn } from "./keyword.ts";

type Candidate = Omit<Hit, "counted">;

/**
 * The signals found in one fact, at most one hit for each. `intents` are those of an inbound message in its context.
 * Whether a hit counts is for the tally to say.
 */
export function hitsOf(fact: Fact, intents: Reading["intents"], signals: CompiledSignals): Candidate[] {
  const hit = (signal: Signal, quote: string, points = signal.points): Candidate => ({
    signalId: signal.id,
    signalVersion: signal.version,
    factId: fact.id,
    at: fact.at,
    points,
    quote,
  });
  switch (fact.type) {
    case "message":
      return fact.direction === "inbound"
        ? [
            ...(signals.byAction.get("message_received") ?? []).map((signal) => hit(signal, "")),
            ...evident(intents).flatMap(({ intent, quote }) => (signals.byIntent.get(intent) ?? []).map((signal) => hit(signal, quote))),
            ...keywordsIn(fact.text, signals).map(({ signal, quote }) => hit(signal, quote)),
          ]
        : fact.reading.conversion
          ? (signals.byIntent.get("conversion") ?? []).map((signal) => hit(signal, fact.reading.conversion?.quote ?? ""))
          : [];
    case "action":
      return (signals.byAction.get(fact.action) ?? []).map((signal) => hit(signal, fact.action));
    case "adjustment":
      return signals.manual ? [hit(signals.manual, fact.reason, fact.points)] : [];
    case "stage":
    case "consent":
    case "detail":
      return [];
  }
}

/** One entry for each intent; a conversion is the business's word, whatever was read in the customer's (product.md §3). */
function evident(intents: Reading["intents"]): Reading["intents"] {
  return intents.filter(({ intent }, i) => intent !== "conversion" && intents.findIndex((other) => other.intent === intent) === i);
}

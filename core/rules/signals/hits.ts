import type { Fact } from "#core/model/fact.ts";
import type { Reading } from "#core/model/reading.ts";
import type { Hit } from "#core/model/signal.ts";
import type { CompiledSignals } from "./compile.ts";

/** A hit before the tally has said whether it counts. */
type UncountedHit = Omit<Hit, "counted">;

/** The signals found in one fact, at most one hit for each. `intents` are those of an inbound message in its context. */
export function hitsOf(fact: Fact, intents: Reading["intents"], { detectors }: CompiledSignals): UncountedHit[] {
  const hits: UncountedHit[] = [];
  for (const detect of detectors) {
    for (const { signal, quote, points } of detect(fact, intents)) {
      hits.push({ signalId: signal.id, signalVersion: signal.version, factId: fact.id, at: fact.at, points: points ?? signal.points, quote });
    }
  }
  return hits;
}

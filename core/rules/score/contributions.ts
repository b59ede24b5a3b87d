import type { Settings } from "#core/model/settings.ts";
import type { Hit } from "#core/model/signal.ts";
import { compileSignals } from "#core/rules/signals/compile.ts";
import { utcDay } from "#core/rules/time.ts";
import { micro, shareLeft } from "./decay.ts";

/** One hit's share of the score: `value` = points × what decay leaves of them. */
export type Contribution = {
  signal: string;
  signalVersion: number;
  category: string;
  points: number;
  /** "none", or the arithmetic: "× 0.5 after 14 days". */
  decay: string;
  value: number;
  quote: string;
  /** The message, action or adjustment it was found in. */
  factId: string;
  /** Ms since 1970. */
  at: number;
};

/** A line for each hit that counts on the day of `asOf` (ms since 1970). With the steps of the score they add up to `raw`. */
export function contributionsOf(hits: readonly Hit[], settings: Settings, asOf: number): Contribution[] {
  const today = utcDay(asOf);
  const { byId } = compileSignals(settings);
  return hits.flatMap((hit): Contribution[] => {
    const signal = byId.get(hit.signalId);
    if (!signal || !hit.counted) return [];
    const age = Math.max(0, today - utcDay(hit.at));
    const left = shareLeft(signal.decay, age);
    return [
      {
        signal: hit.signalId,
        signalVersion: hit.signalVersion,
        category: signal.category,
        points: hit.points,
        decay: signal.decay === "none" ? "none" : `× ${left / micro} after ${age} days`,
        value: (hit.points * left) / micro,
        quote: hit.quote,
        factId: hit.factId,
        at: hit.at,
      },
    ];
  });
}

import type { ContactState } from "#core/model/contact-state.ts";
import { compareFacts, type Fact, type FactKey } from "#core/model/fact.ts";
import type { Settings } from "#core/model/settings.ts";
import type { SentimentLevel } from "#core/model/vocabulary.ts";
import type { ContactDecision } from "#core/rules/contact/decide.ts";
import { day as dayLength } from "#core/rules/time.ts";
import type { Explained, Witnesses } from "./evidence.ts";

const strongest = 2;

export function explainSentiment(
  state: ContactState,
  { sentiment }: ContactDecision,
  settings: Settings,
  witnesses: Witnesses,
): Explained<SentimentLevel | null> & { score: number | null } {
  const { halfLifeDays, bands } = settings.sentiment;
  const newest = state.sentiment.at(-1)?.[0] ?? 0;
  const days = state.sentiment.map(([day, sum, count]) => {
    const weight = Math.round(2 ** (-(newest - day) / halfLifeDays) * 1000) / 1000;
    return `${dateOf(day)}: ${count} × mean ${Math.round(sum / count) / 1000}, weight ${weight}`;
  });
  const found = sentiment ? [`weighed mean ${sentiment.score}, trend ${sentiment.trend}`] : [];
  const { veryNegative, negative, positive, veryPositive } = bands;
  return {
    value: sentiment?.level ?? null,
    score: sentiment?.score ?? null,
    rule: "sentiment.mean",
    because: sentiment
      ? `mean of ${state.tonedCount} toned messages with a half-life of ${halfLifeDays} days, seen from the newest`
      : "no message carries a tone",
    evidence: witnesses.of(...strongestTones(witnesses.facts, () => true)),
    arithmetic: [...days, ...found, `very negative < ${veryNegative} ≤ negative < ${negative} ≤ neutral ≤ ${positive} < positive ≤ ${veryPositive}`],
    // Seen from the newest toned message, it does not move by time alone.
    reviewAt: null,
  };
}

/** The inbound messages that say it most strongly, of those whose tone is asked for. */
export function strongestTones(facts: readonly Fact[], isIncluded: (tone: number) => boolean): FactKey[] {
  const toned = facts.flatMap((fact) => {
    const tone = fact.type === "message" && fact.direction === "inbound" ? fact.reading.sentiment : null;
    return tone !== null && isIncluded(tone) ? [{ at: fact.at, id: fact.id, strength: Math.abs(tone) }] : [];
  });
  return toned.sort((a, b) => b.strength - a.strength || compareFacts(b, a)).slice(0, strongest);
}

function dateOf(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

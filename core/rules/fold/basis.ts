import type { Settings } from "#core/model/settings.ts";
import type { Signal } from "#core/model/signal.ts";
import { lifetimeDays } from "#core/rules/score/decay.ts";

/**
 * True when facts fold to the same state and the same hits under both documents: what was folded under one needs only to be
 * decided again under the other. Points fade, caps, weights, bands, thresholds and flags are for the decision.
 */
export function sameFold(a: Settings, b: Settings): boolean {
  return a === b || foldBasis(a) === foldBasis(b);
}

const known = new WeakMap<Settings, string>();

/** All of the document that folding reads, as one comparable text; remembered for each document. */
export function foldBasis(settings: Settings): string {
  const held = known.get(settings);
  if (held !== undefined) return held;
  const { stages, sentiment, followUps } = settings;
  const enabled = settings.scoring.signals.filter((signal) => signal.enabled);
  const basis = JSON.stringify([
    stages.followUpAfterDays,
    stages.newCycleAfterDays,
    sentiment.halfLifeDays,
    followUps.episodeGapDays,
    takenSignals(enabled).map(partsOf).sort(),
    // All patterns share one size, and the last of them are left out: their order counts.
    enabled.filter((signal) => signal.type === "keyword" && signal.patterns.length > 0).map(({ id }) => id),
  ]);
  known.set(settings, basis);
  return basis;
}

/** One manual signal alone takes what staff give: the first. */
function takenSignals(enabled: readonly Signal[]): Signal[] {
  const manual = enabled.find(({ type }) => type === "manual");
  return enabled.filter((signal) => signal.type !== "manual" || signal === manual);
}

/** Of the decay, only when a day has nothing left of it and is forgotten. */
function partsOf(signal: Signal): string {
  const { id, type, version, repeat, decay } = signal;
  return JSON.stringify([id, type, version, repeat, lifetimeDays(decay), ...soughtBy(signal)]);
}

/** What it looks for and what it is worth; an adjustment brings its own points. */
function soughtBy(signal: Signal): unknown[] {
  switch (signal.type) {
    case "ai":
      return [signal.intent, signal.points];
    case "action":
      return [signal.action, signal.points];
    case "keyword":
      return [signal.phrases, signal.patterns, signal.points];
    case "manual":
      return [];
  }
}

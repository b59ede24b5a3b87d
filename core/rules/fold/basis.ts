import type { Settings } from "#core/model/settings.ts";
import { lifetimeDays } from "#core/rules/score/decay.ts";
import { type Signal, typeOf } from "#core/rules/signals/registry.ts";

/**
 * True when facts fold to the same state and the same hits under both documents: what was folded under one needs only to be
 * decided again under the other. Points fade, caps, weights, bands, thresholds and flags are for the decision.
 */
export function sameFold(a: Settings, b: Settings): boolean {
  return a === b || foldBasis(a) === foldBasis(b);
}

const known = new WeakMap<Settings, string>();

/** All of the document that folding reads, as one comparable text; cached for each document. */
export function foldBasis(settings: Settings): string {
  const held = known.get(settings);
  if (held !== undefined) return held;
  const { stages, sentiment, followUps, timeZone } = settings;
  const enabled = settings.scoring.signals.filter((signal) => signal.enabled);
  const basis = JSON.stringify([
    stages.followUpAfterDays,
    stages.newCycleAfterDays,
    sentiment.halfLifeDays,
    followUps.episodeGapDays,
    // The days for which systems report bookings are days in this zone.
    timeZone,
    enabled
      .filter((signal) => typeOf(signal).taking(enabled).includes(signal))
      .map(partsOf)
      .sort(),
    enabled.filter((signal) => typeOf(signal).isOrdered(signal)).map(({ id }) => id),
  ]);
  known.set(settings, basis);
  return basis;
}

/** Of the decay, only when a day has nothing left of it and is forgotten. Points of the fact are not the signal's. */
function partsOf(signal: Signal): string {
  const { id, type, version, repeat, decay } = signal;
  const { fields, points } = typeOf(signal);
  const own = new Map<string, unknown>(Object.entries(signal));
  const sought = [...fields.map((field) => own.get(field)), ...(points === "of the signal" ? [signal.points] : [])];
  return JSON.stringify([id, type, version, repeat, lifetimeDays(decay), ...sought]);
}

import type { Settings } from "#core/model/settings.ts";
import type { SignalDetector } from "./define.ts";
import { type Signal, searchedSignalTypes } from "./registry.ts";

/** The enabled signals, compiled for detection. */
export type CompiledSignals = { detectors: readonly SignalDetector[]; byId: ReadonlyMap<string, Signal> };

const compiled = new WeakMap<Settings, CompiledSignals>();

/** Pure; cached for each settings document, since every message asks for it. */
export function compileSignals(settings: Settings): CompiledSignals {
  const known = compiled.get(settings);
  if (known) return known;
  const fresh = compile(settings.scoring.signals.filter((signal) => signal.enabled));
  compiled.set(settings, fresh);
  return fresh;
}

function compile(signals: readonly Signal[]): CompiledSignals {
  const used = searchedSignalTypes.filter(({ type }) => signals.some((signal) => signal.type === type));
  return { detectors: used.map(({ detector }) => detector(signals)), byId: new Map(signals.map((signal) => [signal.id, signal])) };
}

import type { Settings } from "#core/model/settings.ts";
import { isSame } from "#core/rules/same.ts";
import { reviseSignal } from "#core/rules/signals/revise.ts";

/** `given` as the version after `held`: its signals carry on the versions of those they replace. Nothing changed: `held`. */
export function reviseSettings(held: Settings, given: Settings): Settings {
  const before = new Map(held.scoring.signals.map((signal) => [signal.id, signal]));
  const signals = given.scoring.signals.map((signal) => reviseSignal(before.get(signal.id), signal));
  const revised = { ...given, scoring: { ...given.scoring, signals } };
  return isSame(revised, held) ? held : revised;
}

import { isSame } from "#core/rules/same.ts";
import type { Signal } from "#core/rules/signals/registry.ts";

/**
 * `given` in the place of `held`: its version counts up when anything but the name changes, whatever version it says itself.
 * The same as before: `held`. A new signal begins with version 1.
 */
export function reviseSignal(held: Signal | undefined, given: Signal): Signal {
  if (!held) return { ...given, version: 1 };
  const revised = { ...given, version: held.version };
  if (isSame(revised, held)) return held;
  return isSame({ ...revised, name: held.name }, held) ? revised : { ...revised, version: held.version + 1 };
}

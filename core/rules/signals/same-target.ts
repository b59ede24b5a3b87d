import type { CommonSignal } from "#core/model/signal.ts";
import { finding, type SignalFinding } from "./finding.ts";

/** A finding for each signal that looks for what an earlier one looks for already. */
export function sameTargets<S extends CommonSignal, Code extends string>(
  signals: readonly S[],
  code: Code,
  targetOf: (signal: S) => string,
): SignalFinding<Code>[] {
  const first = new Map<string, S>();
  return signals.flatMap((signal) => {
    const target = targetOf(signal);
    const earlier = first.get(target);
    if (!earlier) first.set(target, signal);
    return earlier ? [finding(code, signal.id, `looks for “${target}”, as ${earlier.id} does: both count`, earlier.id)] : [];
  });
}

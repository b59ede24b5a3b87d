import type { Settings } from "#core/model/settings.ts";
import { named } from "#core/rules/named.ts";
import type { SignalSurroundings } from "./define.ts";
import { finding } from "./finding.ts";
import type { AnySignalFinding } from "./finding-codes.ts";
import { type Signal, typeOf } from "./registry.ts";

/** Signals that never change a score. */
export function lintDead({ scoring }: Settings, around: SignalSurroundings): AnySignalFinding[] {
  return scoring.signals.flatMap((signal): AnySignalFinding[] => {
    if (!signal.enabled) return [finding("disabled", signal.id, "is disabled: it is not looked for, and what it has found does not count")];
    return [...uncounted(signal), ...uncategorized(signal, around), ...typeOf(signal).lintEach(signal, around)];
  });
}

/** Findings for a signal whose own numbers leave it no points, or fewer than it gives. */
function uncounted(signal: Signal): AnySignalFinding[] {
  const { id, points, cap, decay } = signal;
  const earns = typeOf(signal).points === "of the signal";
  const findings: AnySignalFinding[] = [];
  if (earns && points === 0) findings.push(finding("no_points", id, "gives 0 points"));
  if (cap === 0) findings.push(finding("no_cap", id, "has a cap of 0: its points never count"));
  else if (earns && cap !== null && cap < Math.abs(points))
    findings.push(finding("capped_below_points", id, `gives ${points} points, of which its cap leaves ${points < 0 ? -cap : cap}`));
  if (typeof decay === "object" && "expiresAfterDays" in decay && decay.expiresAfterDays === 1)
    findings.push(finding("expires_at_once", id, "expires at the end of the UTC day on which it is found"));
  return findings;
}

function uncategorized({ id, category }: Signal, { categories }: SignalSurroundings): AnySignalFinding[] {
  const found = named(categories, category);
  if (!found) {
    const known = Object.keys(categories).join(", ");
    return [finding("unknown_category", id, `is in the category “${category}”, which has no cap and no weight of its own; there are: ${known}`)];
  }
  const findings: AnySignalFinding[] = [];
  if (found.weight === 0) findings.push(finding("no_weight", id, `is in the category “${category}”, which weighs 0`));
  if (found.cap === 0) findings.push(finding("no_category_cap", id, `is in the category “${category}”, whose cap is 0`));
  return findings;
}

import type { Settings } from "#core/model/settings.ts";
import { named } from "#core/rules/named.ts";
import { type Finding, finding } from "./finding.ts";

/** What staff give must count, once and as it was given: a score that is set is kept as the difference. */
export function lintManual({ scoring }: Settings): Finding[] {
  const [manual, ...spare] = scoring.signals.filter(({ type, enabled }) => type === "manual" && enabled);
  if (!manual) return [finding("no_manual", null, "no signal of the type manual is enabled: what staff give does not count")];
  const { weight, cap } = named(scoring.categories, manual.category) ?? { weight: 1, cap: null };
  const reasons = [
    ...(manual.cap === null ? [] : [`its cap is ${manual.cap}`]),
    ...(manual.decay === "none" ? [] : ["it decays"]),
    ...(manual.repeat === "every" ? [] : ["not all of its hits count"]),
    ...(weight === 1 ? [] : [`its category weighs ${weight}`]),
    ...(cap === null ? [] : [`its category has a cap of ${cap}`]),
  ];
  return [
    ...(reasons.length === 0 ? [] : [finding("inexact_manual", manual.id, `points that staff give do not all count: ${reasons.join(", ")}`)]),
    ...spare.map(({ id }) => finding("spare_manual", id, `stays empty: what staff give goes to ${manual.id}`, manual.id)),
  ];
}

import type { Settings } from "#core/model/settings.ts";
import type { Signal } from "#core/model/signal.ts";
import { builtInIntents } from "#core/model/vocabulary.ts";
import { named } from "#core/rules/named.ts";
import { foldText } from "#core/rules/text.ts";
import { type Finding, finding } from "./finding.ts";
import { compilePatterns } from "./pattern.ts";
import { wordsOf } from "./words.ts";

/** Signals, phrases and patterns that never change a score. */
export function lintDead(settings: Settings): Finding[] {
  const { signals } = settings.scoring;
  const { faults } = compilePatterns(signals.filter(({ enabled }) => enabled));
  const broken = faults.map(({ signal, index, fault }) => finding("broken_pattern", signal.id, `pattern ${index + 1} ${fault}`));
  return [...signals.flatMap((signal) => deadness(signal, settings)), ...broken];
}

function deadness(signal: Signal, settings: Settings): Finding[] {
  if (!signal.enabled) return [finding("disabled", signal.id, "is disabled: it is not looked for, and what it has found does not count")];
  return [...uncounted(signal), ...uncategorized(signal, settings), ...unfound(signal, settings)];
}

/** What its own numbers take away. */
function uncounted({ id, type, points, cap, decay }: Signal): Finding[] {
  const findings: Finding[] = [];
  if (type !== "manual" && points === 0) findings.push(finding("no_points", id, "gives 0 points"));
  if (cap === 0) findings.push(finding("no_cap", id, "has a cap of 0: its points never count"));
  else if (type !== "manual" && cap !== null && cap < Math.abs(points))
    findings.push(finding("capped_below_points", id, `gives ${points} points, of which its cap leaves ${points < 0 ? -cap : cap}`));
  if (typeof decay === "object" && "expiresAfterDays" in decay && decay.expiresAfterDays === 1)
    findings.push(finding("expires_at_once", id, "expires at the end of the UTC day on which it is found"));
  return findings;
}

function uncategorized({ id, category }: Signal, { scoring }: Settings): Finding[] {
  const found = named(scoring.categories, category);
  if (!found) {
    const known = Object.keys(scoring.categories).join(", ");
    return [finding("unknown_category", id, `is in the category “${category}”, which has no cap and no weight of its own; there are: ${known}`)];
  }
  const findings: Finding[] = [];
  if (found.weight === 0) findings.push(finding("no_weight", id, `is in the category “${category}”, which weighs 0`));
  if (found.cap === 0) findings.push(finding("no_category_cap", id, `is in the category “${category}”, whose cap is 0`));
  return findings;
}

/** What nothing can find. */
function unfound(signal: Signal, { ownIntents }: Settings): Finding[] {
  if (signal.type === "ai") {
    const known: readonly string[] = [...builtInIntents, "conversion", ...ownIntents.map(({ name }) => name)];
    return known.includes(signal.intent)
      ? []
      : [finding("unknown_intent", signal.id, `looks for the intent “${signal.intent}”, which no analyst finds`)];
  }
  if (signal.type !== "keyword") return [];
  const empty = signal.phrases.filter((phrase) => wordsOf(foldText(phrase)).length === 0);
  return empty.map((phrase) => finding("empty_phrase", signal.id, `the phrase “${phrase}” has no letter, digit or symbol to look for`));
}

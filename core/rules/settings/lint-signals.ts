import type { Settings } from "#core/model/settings.ts";
import type { Finding, FindingCode } from "#core/rules/signals/finding.ts";
import { lintSignals } from "#core/rules/signals/lint.ts";
import { reservedIds } from "#core/rules/signals/reserved-ids.ts";
import { fault, type SettingsFinding, warning } from "./finding.ts";

/** What the API refuses of a single signal is refused of all together. */
const errors: readonly FindingCode[] = ["broken_pattern", "no_manual"];

/** The field that a finding is about; the signal itself where there is none. */
const fields: Partial<Record<FindingCode, string>> = {
  disabled: "enabled",
  no_points: "points",
  no_cap: "cap",
  capped_below_points: "cap",
  no_weight: "category",
  no_category_cap: "category",
  unknown_category: "category",
  unknown_intent: "intent",
  same_intent: "intent",
  expires_at_once: "decay",
  empty_phrase: "phrases",
  same_phrase: "phrases",
  contained_phrase: "phrases",
  broken_pattern: "patterns",
  same_pattern: "patterns",
  pattern_finds_phrase: "patterns",
  same_action: "action",
};

/** What looks like a mistake in the signals, at its place in the document. */
export function lintSettingsSignals(settings: Settings): SettingsFinding[] {
  const places = new Map(settings.scoring.signals.map(({ id }, i) => [id, i]));
  const reserved = settings.scoring.signals.flatMap(({ id }, i) =>
    reservedIds.has(id) ? [fault("reserved_id", ["scoring", "signals", i, "id"], `“${id}” is a word of this API; choose another`)] : [],
  );
  return [...reserved, ...lintSignals(settings).map((finding) => placed(finding, places))];
}

function placed({ code, signal, detail }: Finding, places: ReadonlyMap<string, number>): SettingsFinding {
  const at = errors.includes(code) ? fault : warning;
  return at(code, stepsOf(code, signal === null ? undefined : places.get(signal)), signal === null ? detail : `${signal} ${detail}`);
}

function stepsOf(code: FindingCode, place: number | undefined): (string | number)[] {
  if (place === undefined) return ["scoring", code === "unreachable_grade" ? "grades" : "signals"];
  const field = fields[code];
  return ["scoring", "signals", place, ...(field === undefined ? [] : [field])];
}

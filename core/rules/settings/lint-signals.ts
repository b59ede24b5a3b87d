import type { Settings } from "#core/model/settings.ts";
import { type AnySignalFinding, placeOf, type SignalFindingCode } from "#core/rules/signals/finding-codes.ts";
import { lintSignals } from "#core/rules/signals/lint.ts";
import { reservedIds } from "#core/rules/signals/reserved-ids.ts";
import { fault, type SettingsFinding, warning } from "./finding.ts";

/** What looks like a mistake in the signals, at its place in the document. */
export function lintSettingsSignals(settings: Settings): SettingsFinding[] {
  const places = new Map(settings.scoring.signals.map(({ id }, i) => [id, i]));
  const reserved = settings.scoring.signals.flatMap(({ id }, i) =>
    reservedIds.has(id) ? [fault("reserved_id", ["scoring", "signals", i, "id"], `“${id}” is a word of this API; choose another`)] : [],
  );
  return [...reserved, ...lintSignals(settings).map((finding) => placed(finding, places))];
}

function placed({ code, signal, detail }: AnySignalFinding, places: ReadonlyMap<string, number>): SettingsFinding {
  const at = placeOf(code).isError ? fault : warning;
  return at(code, stepsOf(code, signal === null ? undefined : places.get(signal)), signal === null ? detail : `${signal} ${detail}`);
}

function stepsOf(code: SignalFindingCode, place: number | undefined): (string | number)[] {
  if (place === undefined) return ["scoring", code === "unreachable_grade" ? "grades" : "signals"];
  const { field } = placeOf(code);
  return ["scoring", "signals", place, ...(field === null ? [] : [field])];
}

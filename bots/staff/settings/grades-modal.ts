import type { ModalView } from "@slack/types";
import type { Settings } from "#core/model/settings.ts";
import { section } from "../blocks/blocks.ts";
import { numberInput } from "../blocks/inputs.ts";
import { limits } from "../blocks/text.ts";
import { settingsModal } from "./group-modal.ts";

export type SettingsGradesModel = { settings: Pick<Settings, "scoring">; version: number };

const mostCategories = 40;

/** Thresholds of the grades and the weight of each category (`weight:NAME`). Submitted as `settings:grades`. */
export function settingsGradesModal({ settings, version }: SettingsGradesModel): ModalView {
  const { grades, categories } = settings.scoring;
  const grade = (name: "A" | "B" | "C" | "D") => numberInput({ name, label: `Grade ${name} from`, value: grades[name], min: 0, max: 100 });
  const weights = Object.entries(categories)
    .filter(([category]) => category.length + "weight:".length <= limits.id)
    .slice(0, mostCategories)
    .map(([category, { weight }]) => numberInput({ name: `weight:${category}`, label: category, value: weight, min: 0, max: 10, decimals: true }));
  return settingsModal("grades", "Grades and weights", version, [
    section("*Points that a grade begins with.* Below D is F."),
    grade("A"),
    grade("B"),
    grade("C"),
    grade("D"),
    section("*How much each category counts.* 1 is as it is, 0 not at all, 2 twice."),
    ...weights,
  ]);
}

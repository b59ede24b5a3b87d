import type { ModalView } from "@slack/types";
import type { Settings } from "#core/model/settings.ts";
import { businessTypes } from "#core/model/vocabulary.ts";
import { templates } from "#core/rules/templates/index.ts";
import { context, lines, option, section } from "../blocks/blocks.ts";
import { chooseOne } from "../blocks/inputs.ts";
import { settingsModal } from "./group-modal.ts";

export type SettingsTemplateModel = { settings: Pick<Settings, "businessType">; version: number };

/** The templates of businesses, of which one is chosen. Comes back as `settings:template`. */
export function settingsTemplateModal({ settings: { businessType }, version }: SettingsTemplateModel): ModalView {
  const all = businessTypes.map((type) => templates[type]);
  return settingsModal("template", "Business template", version, [
    chooseOne({
      name: "type",
      label: "What kind of business is it?",
      options: all.map(({ name, type }) => option(name, type)),
      chosen: businessType,
    }),
    section(lines(...all.map(({ name, purpose }) => `*${name}*: ${purpose}`))),
    context("It replaces scoring, statuses, stages and intents. Place, greeting, quiet hours and follow-ups stay as they are."),
  ]);
}

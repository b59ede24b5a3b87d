import type { ModalView } from "@slack/types";
import type { Settings } from "#core/model/settings.ts";
import { context } from "../blocks/blocks.ts";
import { numberInput, timeInput } from "../blocks/inputs.ts";
import { settingsModal } from "./group-modal.ts";

export type SettingsQuietModel = { settings: Pick<Settings, "contact">; version: number };

/** When and how often nobody is written to unasked. Submitted as `settings:quiet`. */
export function settingsQuietModal({ settings, version }: SettingsQuietModel): ModalView {
  const { quietHours, followUp, marketing } = settings.contact;
  return settingsModal("quiet", "Quiet hours", version, [
    context("On the customer's own clock. Answers to somebody who has just written are never held back."),
    timeInput({ name: "from", label: "🌙 Quiet from", value: quietHours.from }),
    timeInput({ name: "to", label: "☀️ Until", hint: "The same time twice: no quiet hours", value: quietHours.to }),
    numberInput({
      name: "followUpPerDay",
      label: "Follow-ups a person may get in a day",
      hint: "Empty: any number",
      value: followUp.perDay,
      min: 1,
      max: 100,
      optional: true,
    }),
    numberInput({
      name: "marketingPerDay",
      label: "Broadcasts a person may get in a day",
      hint: "Empty: any number",
      value: marketing.perDay,
      min: 1,
      max: 100,
      optional: true,
    }),
    numberInput({
      name: "marketingPerWeek",
      label: "Broadcasts in seven days",
      hint: "Empty: any number",
      value: marketing.perWeek,
      min: 1,
      max: 100,
      optional: true,
    }),
  ]);
}

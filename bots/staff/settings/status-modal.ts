import type { ModalView } from "@slack/types";
import type { Settings } from "#core/model/settings.ts";
import { numberInput } from "../blocks/inputs.ts";
import { settingsModal } from "./group-modal.ts";

export type SettingsStatusModel = { settings: Pick<Settings, "status">; version: number };

/** The windows of the six statuses. Submitted as `settings:status`. */
export function settingsStatusModal({ settings, version }: SettingsStatusModel): ModalView {
  const { activeMinMessages, inactiveAfterDays, churnedAfterDays, intentTtlDays } = settings.status;
  return settingsModal("status", "Status", version, [
    numberInput({ name: "activeMinMessages", label: "🟢 Active from so many messages", value: activeMinMessages, min: 1, max: 1000 }),
    numberInput({ name: "inactiveAfterDays", label: "⚪ Inactive after so many days of silence", value: inactiveAfterDays, min: 1, max: 3650 }),
    numberInput({
      name: "intentTtlDays",
      label: "🟣 Qualified for so many days",
      hint: "After somebody wanted to buy or book",
      value: intentTtlDays,
      min: 1,
      max: 3650,
    }),
    numberInput({
      name: "churnedAfterDays",
      label: "🔴 Churned after so many days of silence",
      hint: "Somebody who has bought or booked before",
      value: churnedAfterDays,
      min: 1,
      max: 3650,
    }),
  ]);
}

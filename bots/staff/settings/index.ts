import type { StaffFeature } from "../slack/feature.ts";
import { settingsActions } from "./actions.ts";
import { settingsCommand } from "./command.ts";
import { settingsModals } from "./modals.ts";
import { planActions } from "./plan-actions.ts";
import { ruleActions } from "./rule-actions.ts";

/** Settings, and what a change of them would do before it is applied. */
export const settings: StaffFeature = {
  commands: [settingsCommand],
  actions: [...settingsActions, ...planActions, ...ruleActions],
  modals: settingsModals,
};

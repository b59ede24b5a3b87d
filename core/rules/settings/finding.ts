import { type SignalFindingCode, signalFindingCodes } from "#core/rules/signals/finding-codes.ts";
import { pointerOf } from "./pointer.ts";

/** With errors a document is refused; warnings are there to be read. */
export const findingSeverities = ["error", "warning"] as const;
export type FindingSeverity = (typeof findingSeverities)[number];

const own = [
  "grades_out_of_order",
  "bands_out_of_order",
  "unreachable_level",
  "inactive_after_churn",
  "intent_outlives_churn",
  "complaint_outlives_churn",
  "follow_up_after_churn",
  "silent_category",
  "unused_category",
  "reserved_id",
  "never_open",
  "empty_hours",
  "overlapping_hours",
  "unused_hours",
  "unused_away_text",
  "same_branch",
  "same_member",
  "unknown_time_zone",
  "unknown_region",
  "time_zone_elsewhere",
  "same_own_intent",
  "built_in_intent",
  "same_analyst",
  "no_fallback",
  "hardly_awake",
  "cap_out_of_reach",
  "no_channel",
  "unknown_channel",
  "same_trigger",
  "never_due",
  "faulty_text",
  "same_rule",
  "same_rule_name",
  "empty_rule",
  "empty_keyword",
  "everyday_keyword",
  "any_tone",
  "never_raised",
  "without_hours",
] as const;
type OwnCode = (typeof own)[number];

export const settingsFindingCodes = [...own, ...signalFindingCodes] as const;

/** `pointer` is a JSON pointer into the settings, where a list counts from 0. */
export type SettingsFinding = { code: OwnCode | SignalFindingCode; severity: FindingSeverity; pointer: string; message: string };

type Steps = readonly (string | number)[];

export function fault(code: SettingsFinding["code"], at: Steps, message: string): SettingsFinding {
  return { code, severity: "error", pointer: pointerOf(...at), message };
}

export function warning(code: SettingsFinding["code"], at: Steps, message: string): SettingsFinding {
  return { code, severity: "warning", pointer: pointerOf(...at), message };
}

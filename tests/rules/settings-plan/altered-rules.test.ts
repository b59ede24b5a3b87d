import { describe, expect, it } from "vitest";
import { type EscalationRule, escalationRuleSchema } from "#core/model/escalation.ts";
import type { Settings } from "#core/model/settings.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { alteredRules } from "#core/rules/settings-plan/altered-rules.ts";

const rule = (given: object): EscalationRule =>
  escalationRuleSchema.parse({ id: "one", name: "One", kind: "custom", keywords: ["refund"], ...given });
const unanswered = { kind: "unanswered", minutes: 30 };
const value = { kind: "high_value" };

function settingsOf(rules: readonly EscalationRule[], change: (settings: Settings) => Settings = (same) => same): Settings {
  const settings = defaultSettings();
  return change({ ...settings, escalations: { ...settings.escalations, rules: [...rules] } });
}

const dearer = (settings: Settings): Settings => ({
  ...settings,
  scoring: { ...settings.scoring, grades: { A: 50, B: 30, C: 15, D: 1 } },
});
const elsewhere = (settings: Settings): Settings => ({ ...settings, timeZone: "Asia/Manila" });
const opens = (settings: Settings): Settings => ({
  ...settings,
  greeting: { ...settings.greeting, hours: [{ days: [1], from: "09:00", to: "17:00" }] },
});
const closes = (settings: Settings): Settings => ({
  ...settings,
  duty: { ...settings.duty, closedDays: [{ from: "2026-12-24", to: "2026-12-26", branchId: null }] },
});
const quieter = (settings: Settings): Settings => ({ ...settings, escalations: { ...settings.escalations, maxReminders: 0 } });

const cases: [what: string, before: Settings, after: Settings, ids: string[]][] = [
  ["the same", settingsOf([rule({})]), settingsOf([rule({})]), []],
  ["a new one", settingsOf([]), settingsOf([rule({})]), ["one"]],
  ["one less", settingsOf([rule({})]), settingsOf([]), ["one"]],
  ["one switched off", settingsOf([rule({})]), settingsOf([rule({ enabled: false })]), ["one"]],
  ["one that is off and changed", settingsOf([rule({ enabled: false })]), settingsOf([rule({ enabled: false, keywords: ["money"] })]), []],
  ["other words", settingsOf([rule({})]), settingsOf([rule({ keywords: ["money"] })]), ["one"]],
  ["another mute", settingsOf([rule({})]), settingsOf([rule({ muteMinutes: 5 })]), ["one"]],
  ["another name", settingsOf([rule({})]), settingsOf([rule({ name: "Two" })]), []],
  ["another severity", settingsOf([rule({})]), settingsOf([rule({ severity: "urgent" })]), []],
  ["how often it reminds", settingsOf([rule({})]), settingsOf([rule({})], quieter), []],
  ["grades, and a rule of words", settingsOf([rule({})]), settingsOf([rule({})], dearer), []],
  ["grades, and a rule of values", settingsOf([rule(value)]), settingsOf([rule(value)], dearer), ["one"]],
  [
    "grades, and a rule for some grades",
    settingsOf([rule({ only: { grade: ["A"] } })]),
    settingsOf([rule({ only: { grade: ["A"] } })], dearer),
    ["one"],
  ],
  [
    "grades, and a rule of values that is off",
    settingsOf([rule({ ...value, enabled: false })]),
    settingsOf([rule({ ...value, enabled: false })], dearer),
    [],
  ],
  ["the zone, and a rule of waiting", settingsOf([rule(unanswered)]), settingsOf([rule(unanswered)], elsewhere), ["one"]],
  ["opening hours, and a rule of waiting", settingsOf([rule(unanswered)]), settingsOf([rule(unanswered)], opens), ["one"]],
  ["closed days, and a rule of waiting", settingsOf([rule(unanswered)]), settingsOf([rule(unanswered)], closes), ["one"]],
  ["the zone, and a rule of words", settingsOf([rule({})]), settingsOf([rule({})], elsewhere), []],
];

describe("the rules that a draft may move", () => {
  it.each(cases)("after %s", (_what, before, after, ids) => {
    expect(alteredRules(before, after).map(({ ruleId }) => ruleId)).toEqual(ids);
  });
});

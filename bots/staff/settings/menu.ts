import type { KnownBlock } from "@slack/types";
import { builtInTriggers } from "#core/model/followup.ts";
import type { Settings } from "#core/model/settings.ts";
import { type SetupTaskCode, setupTasks } from "#core/rules/settings/setup-tasks.ts";
import { templates } from "#core/rules/templates/index.ts";
import { type BlockMessage, button, context, lines, section } from "../blocks/blocks.ts";
import { inline, plural } from "../blocks/text.ts";

export const settingsGroups = ["place", "template", "status", "grades", "signals", "timing", "quiet", "triggers", "escalations"] as const;
export type SettingsGroup = (typeof settingsGroups)[number];

export type SettingsMenuModel = { settings: Settings; version: number; mayChange: boolean };

/** Every group of settings with what it says now. Nothing changes before its effect has been shown. */
export function settingsMenu({ settings, version, mayChange }: SettingsMenuModel): BlockMessage {
  const { status, scoring, followUps, contact } = settings;
  const { A, B, C, D } = scoring.grades;
  const enabled = scoring.signals.filter((signal) => signal.enabled).length;
  const on = builtInTriggers.filter((trigger) => followUps[trigger].enabled).length + followUps.custom.filter((trigger) => trigger.enabled).length;
  const auto = builtInTriggers.filter((trigger) => followUps[trigger].auto).length + followUps.custom.filter((trigger) => trigger.auto).length;
  const { from, to } = contact.quietHours;
  const rules = settings.escalations.rules.filter((rule) => rule.enabled);
  const rows: Record<SettingsGroup, [string, string]> = {
    place: ["Time zone and country", `${settings.timeZone}, ${settings.region ?? "no country"}`],
    template: ["Business template", settings.businessType === null ? "None chosen" : templates[settings.businessType].name],
    status: ["Status", `Inactive after ${status.inactiveAfterDays} days, churned after ${status.churnedAfterDays}`],
    grades: ["Grades and weights", `A from ${A}, B from ${B}, C from ${C}, D from ${D}`],
    signals: ["Scoring signals", `${enabled} of ${plural(scoring.signals.length, "signal")} count`],
    timing: ["Follow-up timing", `At most ${plural(followUps.maxAttempts, "attempt")}, ${followUps.gapHours} h apart`],
    quiet: ["Quiet hours", from === to ? "None" : `${from} to ${to}, where the customer is`],
    triggers: ["Follow-up triggers", `${on} on, ${auto === 0 ? "none sent automatically" : `${auto} sent automatically`}`],
    escalations: ["Escalation rules", `${rules.length} of ${plural(settings.escalations.rules.length, "rule")} call you${unansweredWords(rules)}`],
  };
  const row = (group: SettingsGroup) =>
    section(lines(`*${rows[group][0]}*`, rows[group][1]), mayChange ? button("Change", "settings:open", group) : undefined);
  return {
    text: "Settings",
    blocks: [
      section("⚙️ *Settings*"),
      ...todoBlocks(settings),
      ...settingsGroups.map(row),
      context(
        mayChange
          ? `Version ${version}. Whatever you change, you first see who would be concerned, and decide then.`
          : `Version ${version}. Only admins change them.`,
      ),
    ],
  };
}

/** The shortest time after which an unanswered message calls staff. */
function unansweredWords(rules: Settings["escalations"]["rules"]): string {
  const minutes = rules.flatMap((rule) => (rule.kind === "unanswered" ? [rule.minutes] : []));
  return minutes.length === 0 ? "" : `, after ${plural(Math.min(...minutes), "minute")} without an answer`;
}

const taskNames: Record<SetupTaskCode, string> = {
  time_zone: "Time zone",
  region: "Country",
  business_hours: "Business hours",
  business_template: "Business template",
};

/** What is assumed because nobody has said it yet. */
function todoBlocks(settings: Settings): KnownBlock[] {
  const tasks = setupTasks(settings, null);
  if (tasks.length === 0) return [];
  return [section(lines("📝 *Still to be set*", ...tasks.map(({ code, detail }) => `• ${taskNames[code]} ${inline(detail, 200)}`)))];
}

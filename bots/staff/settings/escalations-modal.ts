import type { ModalView } from "@slack/types";
import { type EscalationRule, severities } from "#core/model/escalation.ts";
import type { Settings } from "#core/model/settings.ts";
import { context, option } from "../blocks/blocks.ts";
import { chooseMany, chooseOne, numberInput } from "../blocks/inputs.ts";
import { severityWord } from "../blocks/labels.ts";
import { settingsModal } from "./group-modal.ts";
import { ruleChoosers } from "./rule-modal.ts";

export type SettingsEscalationsModel = { settings: Pick<Settings, "escalations">; version: number };

/** Each rule has up to two inputs, and a modal has room for 100 blocks. The rules after these are changed one by one. */
const mostRules = 45;

/** The rules that the modal shows, in the order of the settings. */
export function shownRules({ escalations }: Pick<Settings, "escalations">): readonly EscalationRule[] {
  return escalations.rules.slice(0, mostRules);
}

/**
 * Which escalation rules are on, how severe each is (`severity:ID`), and how long nobody may have answered (`minutes:ID`). Submitted
 * as `settings:escalations`.
 */
export function settingsEscalationsModal({ settings, version }: SettingsEscalationsModel): ModalView {
  const rules = shownRules(settings);
  return settingsModal("escalations", "Escalation rules", version, [
    ruleChoosers(settings.escalations.rules),
    chooseMany({
      name: "escalationsOn",
      label: "Call us when",
      options: rules.map(({ id, name }) => option(name, id)),
      chosen: rules.filter(({ enabled }) => enabled).map(({ id }) => id),
      optional: true,
    }),
    ...rules.flatMap((rule) => [
      chooseOne({
        name: `severity:${rule.id}`,
        label: `${rule.name}: how severe`,
        options: severities.map((severity) => option(severityWord(severity), severity)),
        chosen: rule.severity,
      }),
      ...(rule.kind === "unanswered"
        ? [numberInput({ name: `minutes:${rule.id}`, label: `${rule.name}: minutes of opening hours`, value: rule.minutes, min: 1, max: 10_080 })]
        : []),
    ]),
    context("Urgent mentions who is on duty. A rule counts from the next message on, and raises no alert about earlier ones."),
  ]);
}

import type { KnownBlock, ModalView } from "@slack/types";
import { type EscalationKind, type EscalationRule, escalationKinds, mostMuteMinutes, severities } from "#core/model/escalation.ts";
import { channelLabels, escalationKindLabels, gradeLabels, sourceLabels, stageLabels, statusLabels } from "#core/model/labels.ts";
import { builtInIntents, channels, frustrationReasons, grades, sources, stages, statuses } from "#core/model/vocabulary.ts";
import { actions, button, confirm, context, option } from "../blocks/blocks.ts";
import { chooseMany, chooseOne, numberInput, select, textInput, tick } from "../blocks/inputs.ts";
import { ruleKindWord, severityWord } from "../blocks/labels.ts";
import { limits } from "../blocks/text.ts";
import { settingsModal } from "./group-modal.ts";

/** What a rule can be about, beside the closed words. */
export type RuleChoices = { ownIntents: readonly string[]; tags: readonly NamedChoice[]; branches: readonly NamedChoice[] };
type NamedChoice = { id: string; name: string };

/** `isHeld`: it is in the settings, and so can be deleted. `isNew`: it is made, of a kind, and has no name yet. */
export type RuleModel = { rule: EscalationRule; version: number; choices: RuleChoices; isHeld: boolean; isNew: boolean };

/** Stands for no grade in a list, in which nothing cannot be chosen again. */
export const noGrade = "none";
/** The parts of a rule that calls when the customer is not helped, each a yes or no of the rule. */
export const notHelped = { asksForPerson: "They ask for a person", asksTwice: "They ask the same twice", weCannot: "We say that we cannot help" };
/** Whom a rule is for, by the fields of `only`. */
export const onlyFields = ["channel", "source", "status", "stage", "grade", "branch", "tag"] as const;

/** Buttons of the modal of all rules: to change any of them (`rule:open`, value its id) and to make one (`rule:new`, value its kind). */
export function ruleChoosers(rules: readonly EscalationRule[]): KnownBlock {
  return actions(
    "rules",
    select({ action: "rule:open", options: rules.map(({ id, name }) => option(name, id)), placeholder: "Change all of a rule…" }),
    select({ action: "rule:new", options: escalationKinds.map((kind) => option(ruleKindWord(kind), kind)), placeholder: "New rule…" }),
  );
}

/** One escalation rule. Submitted as `rule:edit`, about `settings version|rule id`, or as `rule:create`, about `settings version|kind`. */
export function ruleModal({ rule, version, choices, isHeld, isNew }: RuleModel): ModalView {
  const about = `|${isNew ? rule.kind : rule.id}`;
  const view = settingsModal(
    "escalations",
    isNew ? "New escalation rule" : "Escalation rule",
    version,
    [
      context(`${ruleKindWord(rule.kind)}: ${escalationKindLabels[rule.kind].description}`),
      textInput({ name: "name", label: "Name", value: isNew ? null : rule.name, max: 100 }),
      ...ofKind(rule, choices),
      chooseOne({
        name: "severity",
        label: "How severe",
        options: severities.map((severity) => option(severityWord(severity), severity)),
        chosen: rule.severity,
      }),
      numberInput({
        name: "muteMinutes",
        label: "Quiet for so many minutes after an alert has ended",
        hint: "For the same conversation. Whoever asks for a person is always heard.",
        value: rule.muteMinutes,
        min: 0,
        max: mostMuteMinutes,
      }),
      ...onlyInputs(rule, choices),
      tick({ name: "enabled", label: "In use", option: option("Calls us", "yes"), ticked: rule.enabled || !isHeld }),
      ...(isHeld ? [deletion(rule, version)] : []),
    ],
    about,
  );
  return { ...view, callback_id: isNew ? "rule:create" : "rule:edit" };
}

function deletion({ id }: EscalationRule, version: number): KnownBlock {
  const ask = confirm("Delete the rule?", "You first see what that changes. Its alerts stay.", "See the effect");
  return actions("rule", button("Delete the rule…", "rule:delete", `${version}|${id}`, { style: "danger", confirm: ask }));
}

function ofKind(rule: EscalationRule, { ownIntents }: RuleChoices): KnownBlock[] {
  switch (rule.kind) {
    case "frustration":
      return [
        chooseMany({
          name: "signs",
          label: "Which signs call",
          options: frustrationReasons.map((each) => option(spaced(each), each)),
          chosen: rule.signs,
        }),
      ];
    case "cannot_resolve":
      return [
        chooseMany({
          name: "watches",
          label: "When",
          options: Object.entries(notHelped).map(([part, label]) => option(label, part)),
          chosen: Object.keys(notHelped).filter((part) => isOn(rule, part)),
          optional: true,
        }),
      ];
    case "unanswered":
      return [numberInput({ name: "minutes", label: "Minutes of opening hours without an answer", value: rule.minutes, min: 1, max: 10_080 })];
    case "high_value":
      return [
        chooseOne({
          name: "gradeReached",
          label: "When this grade is reached",
          options: [option("No grade", noGrade), ...grades.map((grade) => option(gradeLabels[grade].label, grade))],
          chosen: rule.gradeReached ?? noGrade,
        }),
        numberInput({ name: "scoreReached", label: "When this score is reached", value: rule.scoreReached, min: 1, max: 100, optional: true }),
        tick({ name: "vipWrites", label: "VIPs", option: option("When a VIP writes", "yes"), ticked: rule.vipWrites }),
      ];
    case "custom":
      return customInputs(rule, ownIntents);
  }
}

const isOn = (rule: Extract<EscalationRule, { kind: "cannot_resolve" }>, part: string): boolean =>
  new Map<string, unknown>(Object.entries(rule)).get(part) === true;

function customInputs({ intents, keywords, sentimentAtMost }: Extract<EscalationRule, { kind: "custom" }>, own: readonly string[]): KnownBlock[] {
  const known = [...new Set<string>([...builtInIntents, ...own, ...intents])];
  const words = keywords.join("\n");
  return [
    chooseMany({
      name: "intents",
      label: "Intents, any of which calls",
      options: known.map((intent) => option(spaced(intent), intent)),
      chosen: intents,
      optional: true,
    }),
    // What is too long for an input is left alone here.
    ...(words.length > limits.inputText
      ? []
      : [textInput({ name: "keywords", label: "Words and phrases, one a line", value: words, long: true, optional: true })]),
    numberInput({
      name: "sentimentAtMost",
      label: "A tone as bad as this, from −1 to 1",
      hint: "−0.6 is very negative",
      value: sentimentAtMost,
      min: -1,
      max: 1,
      decimals: true,
      optional: true,
    }),
  ];
}

function onlyInputs({ only }: EscalationRule, { tags, branches }: RuleChoices): KnownBlock[] {
  const labelled = <T extends string>(words: readonly T[], labels: Record<T, { label: string }>) =>
    words.map((word) => option(labels[word].label, word));
  const listed = (named: readonly NamedChoice[], chosen: readonly string[]) => [
    ...named.map(({ id, name }) => option(name, id)),
    // One that is gone stays chosen until somebody takes it out.
    ...chosen.filter((id) => !named.some((each) => each.id === id)).map((id) => option(id, id)),
  ];
  const choices: Record<(typeof onlyFields)[number], [label: string, options: ReturnType<typeof option>[]]> = {
    channel: ["Only on these channels", labelled(channels, channelLabels)],
    source: ["Only people from", labelled(sources, sourceLabels)],
    status: ["Only people with the status", labelled(statuses, statusLabels)],
    stage: ["Only people at the stage", labelled(stages, stageLabels)],
    grade: ["Only people with the grade", labelled(grades, gradeLabels)],
    branch: ["Only of these branches", listed(branches, only.branch)],
    tag: ["Only people with one of these tags", listed(tags, only.tag)],
  };
  return onlyFields.flatMap((name) => {
    const [label, options] = choices[name];
    return options.length === 0 ? [] : [chooseMany({ name, label, options, chosen: only[name], optional: true })];
  });
}

const spaced = (word: string): string => {
  const words = word.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The kind that a value names; null: there is no such kind. */
export const kindOf = (value: string): EscalationKind | null => escalationKinds.find((kind) => kind === value) ?? null;

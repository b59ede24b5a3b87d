import type { CrmError, FieldFault } from "#core/errors.ts";
import type { EscalationRule } from "#core/model/escalation.ts";
import { builtInTriggers } from "#core/model/followup.ts";
import { type Settings, settingsSchema } from "#core/model/settings.ts";
import { escalationPresets } from "#core/rules/escalations/presets.ts";
import { presets } from "#core/rules/followups/presets.ts";
import { isRecord } from "#core/rules/same.ts";
import { pointerOf } from "#core/rules/settings/pointer.ts";
import { typeOf } from "#core/rules/signals/registry.ts";
import { foldText } from "#core/rules/text/text.ts";
import type { InputValue, InputValues } from "../slack/feature.ts";
import { shownRules } from "./escalations-modal.ts";
import type { SettingsGroup } from "./menu.ts";

/** Slack waits 3 s for what comes after a modal: who has more people than that takes sees how far it is. */
export const turnMs = 1_000;

export type DocumentPath = readonly (string | number)[];

/** An input of a modal: where in the document its value goes, and what it is there. */
export type SettingsField = { name: string; path: DocumentPath; read(value: InputValue, values: InputValues): unknown };

/** A form is filled in; or what is wrong with it, by input. */
export type Filled = { document: Settings } | { errors: Record<string, string> };

/** A number, or what no document takes: the fault is then shown at its input. */
export const number = (value: InputValue): unknown => (typeof value === "string" && value.trim() !== "" ? Number(value) : null);
export const text = (value: InputValue): unknown => value;
const trimmed = (value: InputValue) => (typeof value === "string" ? value.trim() : null);
export const ticked = (value: InputValue): boolean => (Array.isArray(value) ? value.includes("yes") : value === "yes");
export const several = (value: InputValue): readonly string[] => (typeof value === "string" ? [value] : (value ?? []));

const numbers = (path: DocumentPath, ...names: string[]): SettingsField[] => names.map((name) => ({ name, path: [...path, name], read: number }));

/** The inputs of each group's modal (NAME-modal.ts beside this file). */
export function fieldsOf(group: Exclude<SettingsGroup, "signals" | "template">, settings: Settings): SettingsField[] {
  switch (group) {
    case "place":
      return [
        { name: "timeZone", path: ["timeZone"], read: trimmed },
        { name: "region", path: ["region"], read: (value) => trimmed(value)?.toUpperCase() || null },
      ];
    case "status":
      return numbers(["status"], "activeMinMessages", "inactiveAfterDays", "intentTtlDays", "churnedAfterDays");
    case "grades":
      return [...numbers(["scoring", "grades"], "A", "B", "C", "D"), ...Object.keys(settings.scoring.categories).map(weightOf)];
    case "timing":
      return [
        ...numbers(["followUps"], "maxAttempts", "gapHours", "lateHours", "expireAfterDays", "noReplyAfterDays"),
        { name: "channels", path: ["followUps", "channels"], read: (value) => (several(value).length === 0 ? null : several(value)) },
      ];
    case "quiet":
      return [
        { name: "from", path: ["contact", "quietHours", "from"], read: text },
        { name: "to", path: ["contact", "quietHours", "to"], read: text },
        { name: "followUpPerDay", path: ["contact", "followUp", "perDay"], read: number },
        { name: "marketingPerDay", path: ["contact", "marketing", "perDay"], read: number },
        { name: "marketingPerWeek", path: ["contact", "marketing", "perWeek"], read: number },
      ];
    case "triggers":
      return [
        ...builtInTriggers.flatMap((id) => triggerFields(id, ["followUps", id])),
        ...settings.followUps.custom.flatMap(({ id }, at) => triggerFields(id, ["followUps", "custom", at])),
      ];
    case "escalations":
      return shownRules(settings).flatMap((rule, at) => ruleFields(rule, ["escalations", "rules", at]));
  }
}

const weightOf = (category: string): SettingsField => ({
  name: `weight:${category}`,
  path: ["scoring", "categories", category, "weight"],
  read: number,
});

function triggerFields(id: string, path: DocumentPath): SettingsField[] {
  return [
    { name: "enabled", path: [...path, "enabled"], read: (value) => several(value).includes(id) },
    { name: "auto", path: [...path, "auto"], read: (value) => several(value).includes(id) },
    { name: `delay:${id}`, path: [...path, "delayHours"], read: number },
  ];
}

function ruleFields({ id, kind }: EscalationRule, path: DocumentPath): SettingsField[] {
  return [
    { name: "escalationsOn", path: [...path, "enabled"], read: (value) => several(value).includes(id) },
    { name: `severity:${id}`, path: [...path, "severity"], read: text },
    ...(kind === "unanswered" ? [{ name: `minutes:${id}`, path: [...path, "minutes"], read: number }] : []),
  ];
}

/** Of one signal's modal, which stands at `at` in the list. */
export function signalFields({ scoring }: Settings, at: number): SettingsField[] {
  const path = ["scoring", "signals", at];
  const signal = scoring.signals[at];
  const type = signal ? typeOf(signal) : null;
  return [
    { name: "name", path: [...path, "name"], read: text },
    ...(type?.points === "of the signal" ? numbers(path, "points") : []),
    ...(type?.lists ?? []).map(({ field }): SettingsField => ({ name: field, path: [...path, field], read: (value) => linesIn(value) })),
    { name: "days", path: [...path, "decay"], read: (value, values) => decayOf(values.decay?.decay ?? null, number(value)) },
    ...numbers(path, "cap"),
    { name: "enabled", path: [...path, "enabled"], read: ticked },
  ];
}

export const linesIn = (value: InputValue): string[] =>
  typeof value !== "string"
    ? []
    : value
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");

function decayOf(kind: InputValue, days: unknown): unknown {
  if (kind === "half") return { halfLifeDays: days };
  return kind === "expires" ? { expiresAfterDays: days } : "none";
}

/** With the shipped triggers and escalation rules that are not in use yet, switched off, to choose from. */
export function withPresets(settings: Settings): Settings {
  const { followUps, escalations } = settings;
  return {
    ...settings,
    followUps: { ...followUps, custom: withUnused(followUps.custom, presets) },
    escalations: { ...escalations, rules: withUnused(escalations.rules, escalationPresets) },
  };
}

type Choice = { id: string; name: string; enabled: boolean };

/** One of a shipped one's id or name is in use already. */
function withUnused<T extends Choice>(held: readonly T[], shipped: readonly T[]): T[] {
  const isHeld = ({ id, name }: T) => held.some((each) => each.id === id || foldText(each.name) === foldText(name));
  return [...held, ...shipped.filter((preset) => !isHeld(preset)).map((preset) => ({ ...preset, enabled: false }))];
}

/** Without the shipped triggers and rules that nobody has chosen. */
export function withoutUnchosen(chosen: Settings, held: Settings): Settings {
  const { followUps, escalations } = chosen;
  const isIn = (list: readonly Choice[], id: string) => list.some((each) => each.id === id);
  const custom = followUps.custom.filter(({ id, enabled, auto }) => isIn(held.followUps.custom, id) || enabled || auto);
  const rules = escalations.rules.filter(({ id, enabled }) => isIn(held.escalations.rules, id) || enabled);
  return { ...chosen, followUps: { ...followUps, custom }, escalations: { ...escalations, rules } };
}

/** The document with what the inputs hold; inputs that the modal did not show leave theirs alone. */
export function fill(settings: Settings, fields: readonly SettingsField[], values: InputValues): Filled {
  const shown = fields.filter(({ name }) => Object.hasOwn(values, name));
  const filled = shown.reduce<unknown>((held, { name, path, read }) => put(held, path, read(values[name]?.[name] ?? null, values)), settings);
  const parsed = settingsSchema.safeParse(filled);
  if (parsed.success) return { document: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => ({ pointer: pointerOf(...path.map(asStep)), detail: message }));
  return { errors: atInputs(faults, shown) };
}

const asStep = (step: PropertyKey): string | number => (typeof step === "symbol" ? "" : step);

/** The faults of a document that was refused, each at the input that it came from; null: it was refused for something else. */
export function faultsAt({ code, details }: CrmError, fields: readonly SettingsField[], values: InputValues): Record<string, string> | null {
  const { errors } = details;
  if (code !== "invalid" || !Array.isArray(errors)) return null;
  const faults = errors.flatMap((each): FieldFault[] =>
    isRecord(each) ? [{ pointer: String(each.pointer).replace(/^\/settings/, ""), detail: String(each.detail) }] : [],
  );
  return atInputs(
    faults,
    fields.filter(({ name }) => Object.hasOwn(values, name)),
  );
}

/** A fault that belongs to no input is shown at the last one, with its pointer. */
function atInputs(faults: readonly FieldFault[], fields: readonly SettingsField[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { pointer, detail } of faults) {
    const found = fields.find(({ path }) => within(pointer, pointerOf(...path)));
    const name = found?.name ?? fields.at(-1)?.name;
    if (name === undefined || errors[name] !== undefined) continue;
    errors[name] = found ? sentence(detail) : `${pointer} ${detail}`;
  }
  return errors;
}

const within = (pointer: string, place: string): boolean => pointer === place || pointer.startsWith(`${place}/`);

const sentence = (detail: string): string => detail.charAt(0).toUpperCase() + detail.slice(1);

/** A copy with another value at the path. */
function put(held: unknown, [step, ...rest]: DocumentPath, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(held)) return held.map((each, at) => (at === step ? put(each, rest, value) : each));
  return isRecord(held) ? { ...held, [step]: put(held[step], rest, value) } : held;
}

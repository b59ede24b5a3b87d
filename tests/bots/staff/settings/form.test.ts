import { describe, expect, it } from "vitest";
import { settingsEscalationsModal } from "#bots/staff/settings/escalations-modal.ts";
import { faultsAt, fieldsOf, fill, signalFields, withoutUnchosen, withPresets } from "#bots/staff/settings/form.ts";
import { settingsGradesModal } from "#bots/staff/settings/grades-modal.ts";
import { settingsPlaceModal } from "#bots/staff/settings/place-modal.ts";
import { changeLines } from "#bots/staff/settings/plan-card.ts";
import { settingsQuietModal } from "#bots/staff/settings/quiet-hours-modal.ts";
import { newRuleOf, ruleFieldsOf, withNewRule, withRules } from "#bots/staff/settings/rule-form.ts";
import { ruleModal } from "#bots/staff/settings/rule-modal.ts";
import { signalModal } from "#bots/staff/settings/signals-modal.ts";
import { settingsStatusModal } from "#bots/staff/settings/status-modal.ts";
import { settingsTimingModal } from "#bots/staff/settings/timing-modal.ts";
import { settingsTriggersModal } from "#bots/staff/settings/triggers-modal.ts";
import type { InputValues } from "#bots/staff/slack/feature.ts";
import { CrmError } from "#core/errors.ts";
import { escalationKinds } from "#core/model/escalation.ts";
import type { Settings } from "#core/model/settings.ts";
import { escalationPresets } from "#core/rules/escalations/presets.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { refuseFaulty } from "#core/rules/settings/refuse-faulty.ts";
import { typedIn } from "#tests/support/slack/typed-in.ts";

const settings = defaultSettings();
const held = { settings, version: 1 };

const modals = {
  place: settingsPlaceModal(held),
  status: settingsStatusModal(held),
  grades: settingsGradesModal(held),
  timing: settingsTimingModal(held),
  quiet: settingsQuietModal(held),
  triggers: settingsTriggersModal({ settings: withPresets(settings), version: 1 }),
  escalations: settingsEscalationsModal({ settings: withPresets(settings), version: 1 }),
};
const choices = { ownIntents: [], tags: [], branches: [] };
const groups = Object.keys(modals) as (keyof typeof modals)[];

const isChosenFrom = (group: string) => group === "triggers" || group === "escalations";

function filled(given: Settings, fields: ReturnType<typeof fieldsOf>, values: InputValues): Settings {
  const result = fill(given, fields, values);
  if ("errors" in result) throw new Error(JSON.stringify(result.errors));
  return result.document;
}

describe("a modal of settings", () => {
  it.each(groups)("of %s sent as it came up says what holds already", (group) => {
    const shown = isChosenFrom(group) ? withPresets(settings) : settings;

    const document = filled(shown, fieldsOf(group, shown), typedIn(modals[group]));

    expect(withoutUnchosen(document, settings)).toEqual(settings);
  });

  it.each(groups)("of %s has no input that nobody reads", (group) => {
    const shown = isChosenFrom(group) ? withPresets(settings) : settings;
    const names = new Set(fieldsOf(group, shown).map(({ name }) => name));

    expect(Object.keys(typedIn(modals[group])).filter((name) => !names.has(name))).toEqual([]);
  });

  it("of a signal sent as it came up says what holds already, whatever the signal", () => {
    for (const [at, signal] of settings.scoring.signals.entries()) {
      expect(filled(settings, signalFields(settings, at), typedIn(signalModal({ signal, version: 1 })))).toEqual(settings);
    }
  });

  it.each([...settings.escalations.rules, ...escalationPresets])("of the escalation rule $id sent as it came up says what holds already", (rule) => {
    const shown = withRules(settings, [rule]);
    const modal = ruleModal({ rule, version: 1, choices, isHeld: true, isNew: false });

    expect(filled(shown, ruleFieldsOf(shown, 0), typedIn(modal))).toEqual(shown);
  });

  it.each(escalationKinds)("of a new rule of the kind %s reads every input, and makes the rule that the schema would", (kind) => {
    const shown = withNewRule(settings, kind, "Très important!");
    const at = settings.escalations.rules.length;
    const typed = typedIn(ruleModal({ rule: newRuleOf(kind), version: 1, choices, isHeld: false, isNew: true }));
    const fields = ruleFieldsOf(shown, at);

    const document = filled(shown, fields, { ...typed, name: { name: "Très important!" } });

    expect(Object.keys(typed).filter((name) => !fields.some((field) => field.name === name))).toEqual([]);
    expect(document.escalations.rules[at]).toEqual({ ...newRuleOf(kind, "tres_important"), name: "Très important!" });
  });

  it("of a new rule shows what is wrong with it at its input", () => {
    const shown = withNewRule(settings, "custom", "");
    const at = settings.escalations.rules.length;
    const typed = typedIn(ruleModal({ rule: newRuleOf("custom"), version: 1, choices, isHeld: false, isNew: true }));

    expect(fill(shown, ruleFieldsOf(shown, at), { ...typed, muteMinutes: { muteMinutes: "-3" } })).toEqual({
      errors: { name: expect.any(String), muteMinutes: expect.any(String) },
    });
  });

  it("of a signal takes words, points and how it fades", () => {
    const at = settings.scoring.signals.findIndex(({ type }) => type === "keyword");
    const signal = settings.scoring.signals[at];
    if (!signal) throw new Error("there is no signal of words");
    const typed = typedIn(signalModal({ signal, version: 1 }));

    const values = {
      ...typed,
      points: { points: "-5" },
      phrases: { phrases: "bulk \n\n wholesale" },
      decay: { decay: "half" },
      days: { days: "10" },
    };
    const changed = filled(settings, signalFields(settings, at), values).scoring.signals[at];

    expect(changed).toMatchObject({ points: -5, phrases: ["bulk", "wholesale"], decay: { halfLifeDays: 10 } });
  });

  it("takes a shipped trigger into the settings when it is chosen", () => {
    const shown = withPresets(settings);
    const typed = typedIn(modals.triggers);

    const values = { ...typed, enabled: { enabled: ["promise", "win_back"] }, "delay:win_back": { "delay:win_back": "36" } };
    const document = withoutUnchosen(filled(shown, fieldsOf("triggers", shown), values), settings);

    expect(document.followUps.custom).toMatchObject([{ id: "win_back", enabled: true, auto: false, delayHours: 36 }]);
    expect(document.followUps).toMatchObject({ promise: { enabled: true }, ghosting: { enabled: false } });
    expect(changeLines(settings, document)).toContain("follow-up “Was a customer and has been silent for long”: none → on after 36 h");
  });
});

describe("the modal of escalation rules", () => {
  it("takes a shipped rule into the settings when it is chosen, with its severity and minutes", () => {
    const shown = withPresets(settings);
    const typed = typedIn(modals.escalations);
    const on = { escalationsOn: { escalationsOn: ["asks_for_person", "unanswered", "unanswered_15"] } };
    const values = {
      ...{ ...typed, ...on },
      "severity:unanswered_15": { "severity:unanswered_15": "urgent" },
      "minutes:unanswered_15": { "minutes:unanswered_15": "10" },
    };

    const { rules } = withoutUnchosen(filled(shown, fieldsOf("escalations", shown), values), settings).escalations;

    expect(rules.map(({ id, enabled }) => `${id} ${enabled}`)).toEqual([
      "asks_for_person true",
      "frustration false",
      "unanswered true",
      "high_value false",
      "unanswered_15 true",
    ]);
    expect(rules.at(-1)).toMatchObject({ severity: "urgent", minutes: 10 });
  });

  it("leaves rules alone that it has no room for", () => {
    const [rule] = settings.escalations.rules;
    if (!rule) throw new Error("there are no rules");
    const rules = Array.from({ length: 100 }, (_, at) => ({ ...rule, id: `rule_${at}`, name: `Rule ${at}` }));
    const many = { ...settings, escalations: { ...settings.escalations, rules } };

    const view = settingsEscalationsModal({ settings: many, version: 1 });

    expect(view.blocks.length).toBeLessThanOrEqual(100);
    expect(filled(many, fieldsOf("escalations", many), typedIn(view))).toEqual(many);
  });
});

describe("what is wrong with what was typed", () => {
  it("stands at its input", () => {
    const values = { ...typedIn(modals.status), inactiveAfterDays: { inactiveAfterDays: "many" }, churnedAfterDays: { churnedAfterDays: "99999" } };

    const result = fill(settings, fieldsOf("status", settings), values);

    expect(Object.keys("errors" in result ? result.errors : {})).toEqual(["inactiveAfterDays", "churnedAfterDays"]);
  });

  it("stands at its input also when only the whole document shows it", () => {
    const values = { ...typedIn(modals.grades), B: { B: "95" } };
    const fields = fieldsOf("grades", settings);
    const document = filled(settings, fields, values);

    const errors = refused(document, (error) => faultsAt(error, fields, values));

    expect(errors).not.toBeNull();
    expect(Object.keys(errors ?? {}).every((name) => ["A", "B", "C", "D"].includes(name))).toBe(true);
  });

  it("missing days are asked for where they are typed", () => {
    const at = settings.scoring.signals.findIndex(({ decay }) => decay === "none");
    const signal = settings.scoring.signals[at];
    if (!signal) throw new Error("all signals fade");

    const values = { ...typedIn(signalModal({ signal, version: 1 })), decay: { decay: "expires" } };
    const result = fill(settings, signalFields(settings, at), values);

    expect(Object.keys("errors" in result ? result.errors : {})).toEqual(["days"]);
  });
});

function refused<T>(document: Settings, read: (error: CrmError) => T): T {
  try {
    refuseFaulty(document);
  } catch (error) {
    if (error instanceof CrmError) return read(error);
    throw error;
  }
  throw new Error("it was not refused");
}

it("says a change in words", () => {
  const changed = { ...settings, status: { ...settings.status, inactiveAfterDays: 7 }, contact: { ...settings.contact, followUp: { perDay: null } } };

  expect(changeLines(settings, changed)).toEqual(["status · inactive after days: 14 → 7", "contact · follow up · per day: 1 → none"]);
});

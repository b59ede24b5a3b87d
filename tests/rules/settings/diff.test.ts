import fc from "fast-check";
import { expect, it } from "vitest";
import type { Settings } from "#core/model/settings.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { diffSettings, type SettingsChange } from "#core/rules/settings/diff.ts";
import { templates } from "#core/rules/templates/index.ts";
import { settingsOfTemplate } from "#core/rules/templates/template.ts";
import { anySettings } from "#tests/support/records/any-settings.ts";

type Json = Record<string, unknown>;

/** The document with signals, rules and own intents under their names, as the pointers see it, and their order. */
function addressed(settings: Settings): { tree: Json; order: Record<string, string[]> } {
  const { scoring, escalations, ownIntents } = structuredClone(settings);
  const rules = Object.fromEntries(escalations.rules.map((rule) => [rule.id, rule]));
  const signals = Object.fromEntries(scoring.signals.map((signal) => [signal.id, signal]));
  const intents = Object.fromEntries(ownIntents.map((intent) => [intent.name, intent]));
  const order = {
    "/scoring/signals": scoring.signals.map(({ id }) => id),
    "/escalations/rules": escalations.rules.map(({ id }) => id),
    "/ownIntents": ownIntents.map(({ name }) => name),
  };
  const named = { scoring: { ...scoring, signals }, escalations: { ...escalations, rules }, ownIntents: intents };
  return { tree: { ...structuredClone(settings), ...named }, order };
}

/** Carries the changes out, one by one, as somebody who has only them would. */
function applied(settings: Settings, changes: readonly SettingsChange[]) {
  const { tree, order } = addressed(settings);
  for (const { pointer, before, after } of changes) {
    if (pointer in order) {
      order[pointer] = after as string[];
      continue;
    }
    const steps = pointer
      .split("/")
      .slice(1)
      .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = steps.pop() ?? "";
    const parent = steps.reduce((at, step) => at[step] as Json, tree);
    const list = order[`/${steps.join("/")}`];
    const isNamed = list !== undefined || steps.join("/") === "scoring/categories";
    if (isNamed && after === null) delete parent[last];
    else parent[last] = after;
    if (list && before === null) list.push(last);
    if (list && after === null) list.splice(list.indexOf(last), 1);
  }
  return { tree, order };
}

it("leads from any document to any other, when its changes are carried out", () => {
  fc.assert(
    fc.property(anySettings, anySettings, (from, to) => {
      expect(applied(from, diffSettings(from, to))).toEqual(addressed(to));
    }),
    { numRuns: 200 },
  );
});

it("is empty between a document and itself", () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      expect(diffSettings(settings, structuredClone(settings))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

it("leads from the defaults to each template", () => {
  for (const template of Object.values(templates)) {
    const to = settingsOfTemplate(template);

    expect(applied(defaultSettings(), diffSettings(defaultSettings(), to))).toEqual(addressed(to));
  }
});

it("names signals by their id, and tells their order apart", () => {
  const from = defaultSettings();
  const [first, second, ...rest] = from.scoring.signals;
  if (!first || !second) throw new Error("the defaults have signals");
  const to = { ...from, scoring: { ...from.scoring, signals: [{ ...second, points: 25 }, first, ...rest] } };
  const ids = from.scoring.signals.map(({ id }) => id);

  expect(diffSettings(from, to)).toEqual([
    { pointer: "/scoring/signals/pricing_question/points", before: 19, after: 25 },
    { pointer: "/scoring/signals", before: ids, after: [second.id, first.id, ...rest.map(({ id }) => id)] },
  ]);
});

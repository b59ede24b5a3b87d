import { CrmError, fail } from "#core/errors.ts";
import type { Settings } from "#core/model/settings.ts";
import { isSame } from "#core/rules/same.ts";
import { planSettings } from "#core/usecases/settings/plan-settings.ts";
import { getSettingsTemplate } from "#core/usecases/settings/settings-templates.ts";
import { textIn } from "../blocks/input-values.ts";
import type { InputValues, ModalHandler, ModalResponse, ModalSubmission } from "../slack/feature.ts";
import { faultsAt, fieldsOf, fill, type SettingsField, signalFields, turnMs, withoutUnchosen, withPresets } from "./form.ts";
import type { SettingsGroup } from "./menu.ts";
import { planCardOf, planView } from "./plan-card.ts";
import { ruleFieldsOf, withNewRule } from "./rule-form.ts";
import { kindOf } from "./rule-modal.ts";

type Form = { settings: Settings; fields: SettingsField[] };

/** A group of settings was sent: who would change is found out and shown in its place. Nothing changes. */
function group(name: Exclude<SettingsGroup, "signals" | "template">): ModalHandler {
  const formOf = (settings: Settings) => ({ settings, fields: fieldsOf(name, settings) });
  return handler(`settings:${name}`, (settings) => formOf(name === "triggers" || name === "escalations" ? withPresets(settings) : settings));
}

const signal = handler("signal:edit", (settings, id) => {
  const at = settings.scoring.signals.findIndex((each) => each.id === id);
  if (at < 0) fail("not_found", "this signal does not exist any more");
  return { settings, fields: signalFields(settings, at) };
});

const rule = handler("rule:edit", (held, id) => {
  const settings = withPresets(held);
  const at = settings.escalations.rules.findIndex((each) => each.id === id);
  if (at < 0) fail("not_found", "this rule does not exist any more");
  return { settings, fields: ruleFieldsOf(settings, at) };
});

const newRule = handler("rule:create", (held, kind, values) => {
  const settings = withNewRule(held, kindOf(kind) ?? fail("conflict", "there is no such kind of rule any more"), textIn(values, "name") ?? "");
  return { settings, fields: ruleFieldsOf(settings, held.escalations.rules.length) };
});

/** A template was chosen: its document is planned as those of the other groups are. */
const template = onCurrent("settings:template", async (submission, held) => {
  const { type } = submission.values.type ?? {};
  const { document } = await getSettingsTemplate(submission.ctx, { type: typeof type === "string" ? type : "" });
  return planDocument(submission, held, document, []);
});

function handler(callbackId: string, formOf: (settings: Settings, id: string, values: InputValues) => Form): ModalHandler {
  return onCurrent(callbackId, (submission, held, id) => planChange(submission, held, formOf(held, id, submission.values)));
}

type OnCurrentSettings = (submission: ModalSubmission, held: Settings, id: string) => Promise<ModalResponse>;

/** Refuses what was opened on settings that have been changed since. */
function onCurrent(callbackId: string, run: OnCurrentSettings): ModalHandler {
  return {
    callbackId,
    role: "admin",
    audit: "settings.plan",
    run: async (submission) => {
      const [version, id = ""] = submission.metadata.split("|");
      const current = await submission.ctx.store.settings.current();
      if (current.version !== Number(version)) fail("conflict", "the settings have been changed meanwhile: close this, and open it again");
      return run(submission, current.document, id);
    },
  };
}

async function planChange(submission: ModalSubmission, held: Settings, { settings, fields }: Form): Promise<ModalResponse> {
  const filled = fill(settings, fields, submission.values);
  if ("errors" in filled) return filled;
  return planDocument(submission, held, withoutUnchosen(filled.document, held), fields);
}

/** Finds out who would change and shows it in the place of the modal; faults of the document go to the inputs they came from. */
async function planDocument(
  { ctx, values }: ModalSubmission,
  held: Settings,
  document: Settings,
  fields: readonly SettingsField[],
): Promise<ModalResponse> {
  if (isSame(document, held)) fail("invalid", "this is how it is already: change something, or close this");
  try {
    const report = await planSettings(ctx, { document, turnMs });
    return { update: planView(await planCardOf(ctx, report), report.plan.id) };
  } catch (error) {
    const errors = error instanceof CrmError ? faultsAt(error, fields, values) : null;
    if (!errors || Object.keys(errors).length === 0) throw error;
    return { errors };
  }
}

export const settingsModals: readonly ModalHandler[] = [
  group("place"),
  template,
  group("status"),
  group("grades"),
  group("timing"),
  group("quiet"),
  group("triggers"),
  group("escalations"),
  signal,
  rule,
  newRule,
];

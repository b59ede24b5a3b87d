import { CrmError, type FieldFault } from "#core/errors.ts";
import type { EscalationRule } from "#core/model/escalation.ts";
import { builtInTriggers } from "#core/model/followup.ts";
import type { Settings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";

type SettingsReference = { pointer: string; noun: "branch" | "member of staff" | "tag" | "template"; id: string };

const tableOf = { branch: "branches", "member of staff": "staff", tag: "tags", template: "templates" } as const;

/**
 * Refuses settings that name templates, tags, branches or staff which are not the agent's. What the current settings name already, but for
 * templates, may be gone since: it stays. The commit fails as stale when one that was found has gone by then.
 */
export async function requireReferences(ctx: Context, changes: ChangeSet, document: Settings): Promise<void> {
  await requireNamed(ctx, changes, await unheld(ctx, referencesOf(document)));
}

/** The same for one escalation rule; `at` is the rule's own place in the request. */
export async function requireRuleReferences(ctx: Context, changes: ChangeSet, rule: EscalationRule, at = ""): Promise<void> {
  await requireNamed(ctx, changes, await unheld(ctx, namedByRule(rule, at)));
}

/** Without what the current settings name; a template must be there all the same. */
async function unheld(ctx: Context, references: readonly SettingsReference[]): Promise<SettingsReference[]> {
  const { document } = await ctx.store.settings.current();
  const held = new Set(referencesOf(document).map(({ noun, id }) => `${noun} ${id}`));
  return references.filter(({ noun, id }) => noun === "template" || !held.has(`${noun} ${id}`));
}

async function requireNamed(ctx: Context, changes: ChangeSet, references: readonly SettingsReference[]): Promise<void> {
  const errors: FieldFault[] = [];
  for (const { pointer, noun, id } of references) {
    if (await isThere(ctx, noun, id)) changes.expectRows(tableOf[noun], { id }, "id", [id]);
    else errors.push({ pointer, detail: `is no ${noun}: ${id} does not exist` });
  }
  const [first] = errors;
  if (first) throw new CrmError("invalid", `${first.pointer} ${first.detail}`, { errors });
}

async function isThere({ store }: Context, noun: SettingsReference["noun"], id: string): Promise<boolean> {
  switch (noun) {
    case "branch":
      return (await store.labels.findBranch(id)) !== null;
    case "member of staff":
      return (await store.staff.find(id)) !== null;
    case "tag":
      return (await store.labels.findTag(id)) !== null;
    case "template":
      return (await store.templates.find(id)) !== null;
  }
}

function referencesOf({ followUps, escalations, duty }: Settings): SettingsReference[] {
  const { custom } = followUps;
  const ofTriggers = [
    ...builtInTriggers.map((name) => ({ pointer: `/settings/followUps/${name}/templateId`, id: followUps[name].templateId })),
    ...custom.map(({ templateId }, at) => ({ pointer: `/settings/followUps/custom/${at}/templateId`, id: templateId })),
  ].flatMap(({ pointer, id }): SettingsReference[] => (id === null ? [] : [{ pointer, noun: "template", id }]));
  return [
    ...ofTriggers,
    ...custom.flatMap(({ only }, at) => each("tag", `/settings/followUps/custom/${at}/only/tags`, only.tags)),
    ...escalations.rules.flatMap((rule, at) => namedByRule(rule, `/settings/escalations/rules/${at}`)),
    ...escalations.routes.flatMap(({ branchId: id }, at): SettingsReference[] =>
      id === null ? [] : [{ pointer: `/settings/escalations/routes/${at}/branchId`, noun: "branch", id }],
    ),
    ...namedByDuty(duty, "/settings/duty"),
  ];
}

function namedByDuty({ closedDays, branches, staff }: Settings["duty"], at: string): SettingsReference[] {
  const days = closedDays.map(({ branchId }, i) => ({ pointer: `${at}/closedDays/${i}/branchId`, id: branchId }));
  return [
    ...days.flatMap(({ pointer, id }): SettingsReference[] => (id === null ? [] : [{ pointer, noun: "branch", id }])),
    ...branches.map(({ branchId: id }, i): SettingsReference => ({ pointer: `${at}/branches/${i}/branchId`, noun: "branch", id })),
    ...staff.map(({ staffId: id }, i): SettingsReference => ({ pointer: `${at}/staff/${i}/staffId`, noun: "member of staff", id })),
    ...staff.flatMap(({ branchIds }, i) => each("branch", `${at}/staff/${i}/branchIds`, branchIds)),
  ];
}

function namedByRule({ only }: EscalationRule, at: string): SettingsReference[] {
  return [...each("branch", `${at}/only/branch`, only.branch), ...each("tag", `${at}/only/tag`, only.tag)];
}

const each = (noun: SettingsReference["noun"], at: string, ids: readonly string[]): SettingsReference[] =>
  ids.map((id, place) => ({ pointer: `${at}/${place}`, noun, id }));

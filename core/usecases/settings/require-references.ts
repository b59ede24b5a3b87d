import { CrmError, type FieldFault } from "#core/errors.ts";
import { builtInTriggers } from "#core/model/followup.ts";
import type { Settings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";

type SettingsReference = { pointer: string; id: string };

/**
 * Refuses settings that name templates or tags which are not the agent's. A tag that the current settings name already may be
 * gone since: it stays. The commit fails as stale when one that was found has gone by then.
 */
export async function requireReferences(ctx: Context, changes: ChangeSet, { followUps }: Settings): Promise<void> {
  const current = (await ctx.store.settings.current()).document.followUps;
  const namedBefore = new Set(current.custom.flatMap(({ only }) => only.tags));
  const errors: FieldFault[] = [];
  for (const { pointer, id } of templatesNamed(followUps)) {
    if (await ctx.store.templates.find(id)) changes.expectRows("templates", { id }, "id", [id]);
    else errors.push({ pointer, detail: `is no template: ${id} does not exist` });
  }
  for (const { pointer, id } of tagsNamed(followUps).filter((tag) => !namedBefore.has(tag.id))) {
    if (await ctx.store.labels.findTag(id)) changes.expectRows("tags", { id }, "id", [id]);
    else errors.push({ pointer, detail: `is no tag: ${id} does not exist` });
  }
  const [first] = errors;
  if (first) throw new CrmError("invalid", `${first.pointer} ${first.detail}`, { errors });
}

function templatesNamed(followUps: Settings["followUps"]): SettingsReference[] {
  const named = [
    ...builtInTriggers.map((name) => ({ pointer: `/settings/followUps/${name}/templateId`, id: followUps[name].templateId })),
    ...followUps.custom.map(({ templateId }, at) => ({ pointer: `/settings/followUps/custom/${at}/templateId`, id: templateId })),
  ];
  return named.flatMap(({ pointer, id }) => (id === null ? [] : [{ pointer, id }]));
}

function tagsNamed({ custom }: Settings["followUps"]): SettingsReference[] {
  return custom.flatMap(({ only }, at) => only.tags.map((id, place) => ({ pointer: `/settings/followUps/custom/${at}/only/tags/${place}`, id })));
}

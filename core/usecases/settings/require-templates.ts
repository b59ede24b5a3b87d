import { CrmError } from "#core/errors.ts";
import { builtInTriggers } from "#core/model/followup.ts";
import type { Settings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";

/** Refuses settings whose triggers name message templates that are not there: they would say something else. The commit fails as stale when one has gone by then. */
export async function requireTemplates(ctx: Context, changes: ChangeSet, { followUps }: Settings): Promise<void> {
  const named = [
    ...builtInTriggers.map((name) => ({ pointer: `/settings/followUps/${name}/templateId`, id: followUps[name].templateId })),
    ...followUps.custom.map(({ templateId }, at) => ({ pointer: `/settings/followUps/custom/${at}/templateId`, id: templateId })),
  ];
  const errors = [];
  for (const { pointer, id } of named) {
    if (id === null) continue;
    changes.expectRows("templates", { id }, "id", [id]);
    if ((await ctx.store.templates.find(id)) === null) errors.push({ pointer, detail: `is no template: ${id} does not exist` });
  }
  const [first] = errors;
  if (first) throw new CrmError("invalid", `${first.pointer} ${first.detail}`, { errors });
}

import { fail } from "#core/errors.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { triggersNaming } from "#core/rules/texts/trigger-templates.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { getTemplate } from "./get-template.ts";

/** A template that a trigger of the current settings names is a conflict: the trigger would say something else without notice. */
export async function deleteTemplate(ctx: Context, { id }: { id: string }): Promise<void> {
  return retrying(ctx, async () => {
    await getTemplate(ctx, { id });
    const { document } = await ctx.store.settings.current();
    const triggers = triggersNaming(document.followUps, id);
    if (triggers.length > 0) {
      fail("conflict", `the follow-up triggers ${triggers.join(", ")} name template ${id}: give them another first`, { triggers });
    }
    return commit(ctx, new ChangeSet().remove("templates", { agentId: ctx.store.agentId, id }), undefined);
  });
}

import { invalidField } from "#core/errors.ts";
import { builtInTriggers } from "#core/model/followup.ts";
import type { OperationRecord } from "#core/model/operations/operation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { startWork } from "#core/usecases/operations/start-work.ts";

/**
 * A new trigger does not apply to what happened before it. This applies it to the past once, in the background; a settings plan
 * says beforehand how many contacts that concerns.
 */
export async function backfillFollowUps(ctx: Context, { trigger }: { trigger: string }): Promise<OperationRecord> {
  return retrying(ctx, async () => {
    const { followUps } = (await ctx.store.settings.current()).document;
    const names = [
      ...builtInTriggers.filter((name) => followUps[name].enabled),
      ...followUps.custom.filter(({ enabled }) => enabled).map(({ id }) => id),
    ];
    if (!names.includes(trigger)) throw invalidField("/trigger", `is none of the triggers in use: ${names.join(", ")}`);
    const changes = new ChangeSet();
    const operation = startWork(ctx, changes, { action: "backfill_followups", trigger });
    return commit(ctx, changes, operation);
  });
}

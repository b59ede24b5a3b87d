import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit } from "#core/usecases/commit.ts";

/** Saves the audit line of a request that takes data out, or whose effect is outside the database. */
export async function recordAuditLine(ctx: Context): Promise<void> {
  await commit(ctx, new ChangeSet(), undefined);
}

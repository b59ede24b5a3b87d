import type { OperationRecord } from "#core/model/operations/operation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { startWork } from "#core/usecases/operations/start-work.ts";

/** Begins the comparison of all contacts in the background. */
export async function findDuplicates(ctx: Context): Promise<OperationRecord> {
  return retrying(ctx, async () => {
    const changes = new ChangeSet();
    return commit(ctx, changes, startWork(ctx, changes, { action: "find_duplicates" }));
  });
}

import { fail } from "#core/errors.ts";
import type { OperationRecord } from "#core/model/operations/operation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { getOperation } from "#core/usecases/operations/operations.ts";
import { startWork } from "#core/usecases/operations/start-work.ts";
import { getImport } from "./imports.ts";

/** Begins to apply the newest dry run. A repeat for the same dry run returns the operation that exists. */
export async function applyImport(ctx: Context, { id, planId }: { id: string; planId: string }): Promise<OperationRecord> {
  return retrying(ctx, async () => {
    const file = await getImport(ctx, { id });
    if (file.planId === null) fail("conflict", `import ${id} is ${file.state}: it has no complete dry run`);
    if (file.planId !== planId) {
      const detail = `is not the newest dry run of import ${id}`;
      fail("conflict", `/planId ${detail}`, { planId: file.planId, errors: [{ pointer: "/planId", detail }] });
    }
    const changes = new ChangeSet();
    if (file.state !== "planned" && file.operationId !== null) return commit(ctx, changes, await getOperation(ctx, { id: file.operationId }));
    const operation = startWork(ctx, changes, { action: "apply_import", importId: id });
    changes.replace("imports", file, { ...file, state: "applying", operationId: operation.id, updatedAt: ctx.now() });
    return commit(ctx, changes, operation);
  });
}

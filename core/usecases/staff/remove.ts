import type { StaffRecord } from "#core/model/staff.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { effect } from "#core/usecases/effect.ts";
import { requireAnotherAdmin } from "./last-admin.ts";
import { getStaff } from "./members.ts";

/**
 * Removes a member of staff, who can do nothing from now on; past actions keep their name. What they looked after is handed over
 * (`handOverWork`). A repeat changes nothing.
 */
export async function removeStaff(ctx: Context, { id }: { id: string }): Promise<StaffRecord> {
  return retrying(ctx, async () => {
    const found = await getStaff(ctx, { id });
    if (found.state === "removed") return found;
    const changes = new ChangeSet();
    await requireAnotherAdmin(ctx, changes, found);
    const removed: StaffRecord = { ...found, state: "removed", updatedAt: ctx.now() };
    effect(ctx, changes, { type: "staff.unassign", cause: `${id}:${ctx.newUuid()}`, payload: { staffId: id } });
    return commit(ctx, changes.replace("staff", found, removed), removed);
  });
}

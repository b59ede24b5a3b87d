import { fail } from "#core/errors.ts";
import type { StaffRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";

/** Also somebody who was removed. */
export async function getStaff(ctx: Context, { id }: { id: string }): Promise<StaffRecord> {
  return (await ctx.store.staff.find(id)) ?? fail("not_found", `staff member ${id} does not exist`);
}

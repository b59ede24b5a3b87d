import { invalidField } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";

/** Whether the id is that of somebody who is on the agent's staff now. */
export async function isStaffMember(ctx: Context, id: string): Promise<boolean> {
  const member = await ctx.store.staff.find(id);
  return member !== null && member.state !== "removed";
}

/** Throws CrmError `invalid` at the field for an id that is nobody's on the staff: nobody would see to it. */
export async function requireStaffMember(ctx: Context, id: string, field = "/ownerId"): Promise<void> {
  if (!(await isStaffMember(ctx, id))) throw invalidField(field, "is nobody on the staff: GET /v1/staff lists them");
}

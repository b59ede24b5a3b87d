import { invalidField } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";

/** Whether the id is that of somebody who is on the agent's staff now. */
export async function isStaffMember(ctx: Context, id: string): Promise<boolean> {
  const member = await ctx.store.staff.find(id);
  return member !== null && member.state !== "removed";
}

/** Throws CrmError `invalid` at /ownerId for an id that is nobody's on the staff: nobody would see to that contact. */
export async function requireStaffMember(ctx: Context, ownerId: string): Promise<void> {
  if (!(await isStaffMember(ctx, ownerId))) throw invalidField("/ownerId", "is nobody on the staff: GET /v1/staff lists them");
}

import { fail } from "#core/errors.ts";
import type { StaffRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import { everyStaffMember } from "./list.ts";

/** Throws `conflict` when nobody on the staff could let others in after this one. An API key still could, but not from the chat. */
export async function keepAnAdmin(ctx: Context, member: StaffRecord): Promise<void> {
  if (member.role !== "admin" || member.state !== "active") return;
  const isLast = !(await everyStaffMember(ctx)).some(({ id, role, state }) => id !== member.id && role === "admin" && state === "active");
  if (isLast) fail("conflict", "they are the last admin: make somebody else one first", { id: member.id });
}

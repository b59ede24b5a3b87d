import { fail } from "#core/errors.ts";
import type { StaffRecord } from "#core/model/staff.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { everyStaffMember } from "./members.ts";

/** Throws `conflict` when this member is the last active admin, since then nobody could manage the staff from the chat. */
export async function requireAnotherAdmin(ctx: Context, changes: ChangeSet, member: StaffRecord): Promise<void> {
  if (member.role !== "admin" || member.state !== "active") return;
  const admins = await activeAdmins(ctx, changes);
  if (!admins.some(({ id }) => id !== member.id)) fail("conflict", "they are the last admin: make somebody else one first", { id: member.id });
}

/** The active admins. The commit fails as stale when there are others by then. */
export async function activeAdmins(ctx: Context, changes: ChangeSet): Promise<StaffRecord[]> {
  const admins = (await everyStaffMember(ctx)).filter(({ role, state }) => role === "admin" && state === "active");
  changes.expectRows(
    "staff",
    { role: "admin", state: "active" },
    "id",
    admins.map(({ id }) => id),
  );
  return admins;
}

import { fail } from "#core/errors.ts";
import { type Role, roles, type StaffRecord, type WorkspaceRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import { normalizeEmail } from "#core/rules/address/email.ts";
import { linkStaff, type SlackUser } from "#core/usecases/staff/link.ts";
import type { WebClient } from "./feature.ts";

/** The answer to a person who is not on the staff list: whom they can ask, and for what. */
export const unknownLine =
  "You are not on the staff list here, so I cannot do this for you. Ask an admin to add you with the e-mail address of your Slack profile, then try again.";

/**
 * The member of staff behind a Slack user, read at each call. An invited member is recognised by the verified e-mail address of
 * the Slack user, and linked to that user the first time. Null: the user is not on the staff.
 */
export async function staffOf(ctx: Context, workspace: WorkspaceRecord, client: WebClient, userId: string): Promise<StaffRecord | null> {
  const { teamId } = workspace;
  const known = await ctx.store.staff.bySlackUser(teamId, userId);
  if (known?.state === "active") return known;
  const member = known ?? (await invitedAs(ctx, { email: await vouchedEmail(client, teamId, userId), teamId, userId }));
  return member && linkStaff(ctx, { id: member.id, teamId, userId });
}

async function invitedAs(ctx: Context, { email, teamId, userId }: SlackUser & { email: string | null }): Promise<StaffRecord | null> {
  const member = email === null ? null : await ctx.store.staff.byEmail(email);
  if (member === null) return null;
  // Another call of theirs may have linked them meanwhile. A member who is linked to another Slack user stays linked to that one.
  const isTheirs = member.slackUserId === null || (member.slackUserId === userId && member.slackTeamId === teamId);
  return isTheirs ? member : null;
}

/** The e-mail address that our own workspace has verified. Guests of other workspaces can write any address into their profile. */
async function vouchedEmail(client: WebClient, teamId: string, userId: string): Promise<string | null> {
  const { user } = await client.users.info({ user: userId });
  if (!user || user.team_id !== teamId || user.deleted || user.is_bot || user.is_stranger || user.is_email_confirmed === false) return null;
  return user.profile?.email === undefined ? null : normalizeEmail(user.profile.email);
}

/** Throws `forbidden`, saying which role is missing. */
export function requireRole({ role }: Pick<StaffRecord, "role">, needed: Role): void {
  if (roles.indexOf(role) >= roles.indexOf(needed)) return;
  fail("forbidden", `this needs the role ${needed}, and yours is ${role}: ask an admin`);
}

import { fail, invalidField } from "#core/errors.ts";
import type { Role, StaffRecord } from "#core/model/staff.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { staffEmail } from "./member-fields.ts";
import { slackUserIn } from "./slack-user.ts";

/** `slackUserId` in the workspace `teamId`, or in the only one there is. */
export type Invitation = { name: string; role: Role; email?: string | undefined; slackUserId?: string | undefined; teamId?: string | undefined };

/**
 * Adds a member of staff. In Slack they are recognized by the e-mail address of their profile at their first action, or at once
 * by their user id. Throws `conflict` with the id of a member who has either already.
 */
export async function inviteStaff(ctx: Context, { name, role, ...given }: Invitation): Promise<StaffRecord> {
  const email = staffEmail(given.email ?? null);
  if (email === null && given.slackUserId === undefined) throw invalidField("/email", "is missing, and so is slackUserId: how would they be known?");
  return retrying(ctx, async () => {
    const held = email === null ? null : await ctx.store.staff.byEmail(email);
    if (held) fail("conflict", `${held.id} has this e-mail address`, { id: held.id });
    const user = await slackUserIn(ctx, given);
    const now = ctx.now();
    const base = { id: ctx.newId("stf"), agentId: ctx.store.agentId, name: name.trim(), email, role, createdBy: ctx.actor.id };
    const slack = { slackTeamId: user?.teamId ?? null, slackUserId: user?.userId ?? null };
    const member: StaffRecord = { ...base, ...slack, state: user ? "active" : "invited", createdAt: now, updatedAt: now };
    return commit(ctx, new ChangeSet().insert("staff", member), member);
  });
}

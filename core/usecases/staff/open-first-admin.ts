import type { StaffRecord } from "#core/model/staff.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { activeAdmins } from "./last-admin.ts";
import type { SlackUser } from "./link.ts";
import { everyStaffMember } from "./members.ts";

/**
 * Makes the Slack user whom the operator names an admin, so that there is somebody who can invite others. As long as another
 * admin is active, an existing member is not changed and a removed one stays removed.
 */
export async function openFirstAdmin(ctx: Context, user: SlackUser & { name: string; email: string | null }): Promise<StaffRecord | null> {
  return retrying(ctx, async () => {
    const { teamId, userId, name, email } = user;
    const all = await everyStaffMember(ctx);
    const theirs = all.filter((one) => one.slackTeamId === teamId && one.slackUserId === userId);
    const changes = new ChangeSet();
    const isRuled = (await activeAdmins(ctx, changes)).length > 0;
    if (isRuled && theirs.length > 0) return theirs.find(({ state }) => state !== "removed") ?? null;
    const held = theirs.find(({ state }) => state !== "removed") ?? (email === null ? null : await ctx.store.staff.byEmail(email));
    const now = ctx.now();
    const fresh = { id: ctx.newId("stf"), agentId: ctx.store.agentId, name, email, createdBy: ctx.actor.id, createdAt: now };
    const admin: StaffRecord = { ...fresh, ...held, role: "admin", state: "active", slackTeamId: teamId, slackUserId: userId, updatedAt: now };
    return commit(ctx, held ? changes.replace("staff", held, admin) : changes.insert("staff", admin), admin);
  });
}

import { fail } from "#core/errors.ts";
import type { StaffRecord } from "#core/model/staff.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { getStaff } from "./members.ts";

export type SlackUser = { teamId: string; userId: string };

/**
 * Links a member of staff to a Slack user and makes an invited one active. The caller must have verified the user with Slack.
 * Throws `conflict` when the member has another Slack user, or the user is another member.
 */
export async function linkStaff(ctx: Context, { id, teamId, userId }: { id: string } & SlackUser): Promise<StaffRecord> {
  return retrying(ctx, async () => {
    const found = await getStaff(ctx, { id });
    if (found.state === "removed") fail("conflict", "they were removed from the staff: invite them again", { id });
    if (found.slackTeamId === teamId && found.slackUserId === userId && found.state === "active") return found;
    const isAnother = found.slackUserId !== null && (found.slackUserId !== userId || found.slackTeamId !== teamId);
    if (isAnother) fail("conflict", "they are another Slack user already: unlink that one first", { id });
    const holder = await ctx.store.staff.bySlackUser(teamId, userId);
    if (holder && holder.id !== id) fail("conflict", "this Slack user is another member of the staff", { id: holder.id });
    const linked: StaffRecord = { ...found, slackTeamId: teamId, slackUserId: userId, state: "active", updatedAt: ctx.now() };
    return commit(ctx, new ChangeSet().replace("staff", found, linked), linked);
  });
}

import { fail, invalidField } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";
import type { SlackUser } from "./link.ts";

/**
 * The Slack user that a request names, in the workspace it names or in the only one; null: none. Throws `conflict` for a user
 * who is another member.
 */
export async function slackUserIn(
  ctx: Context,
  { slackUserId: userId, teamId: asked }: { slackUserId?: string | undefined; teamId?: string | undefined },
): Promise<SlackUser | null> {
  if (userId === undefined) return null;
  const workspaces = await ctx.store.staffChat.workspaces();
  const [only] = workspaces;
  const teamId = asked ?? (workspaces.length === 1 ? only?.teamId : undefined);
  if (teamId === undefined) throw invalidField("/teamId", "is missing: name the workspace that the Slack user is in");
  if (!workspaces.some((workspace) => workspace.teamId === teamId)) throw invalidField("/teamId", "is no workspace that is connected");
  const holder = await ctx.store.staff.bySlackUser(teamId, userId);
  if (holder) fail("conflict", `${holder.id} is this Slack user`, { id: holder.id });
  return { teamId, userId };
}

import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";

/** Puts people with these ids on the staff, past the API, which gives ids of its own. */
export async function staffMembers(ctx: Context, ...ids: string[]): Promise<void> {
  const { agentId } = ctx.store;
  const base = { agentId, email: null, role: "agent", state: "active", slackTeamId: null, slackUserId: null, createdBy: "test" } as const;
  const now = ctx.now();
  await ctx.store.commit(new ChangeSet().insert("staff", ...ids.map((id) => ({ ...base, id, name: id, createdAt: now, updatedAt: now }))));
}

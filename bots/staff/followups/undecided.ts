import type { FollowUpRecord } from "#core/model/followup.ts";
import type { Context } from "#core/ports/context.ts";
import { listFollowUps } from "#core/usecases/followups/find-followup.ts";

/** Follow-ups that wait for a decision, the most urgent first, 200 at most. */
export async function undecidedFollowUps(ctx: Context): Promise<FollowUpRecord[]> {
  return (await listFollowUps(ctx, { filter: { state: ["proposed"] }, page: { limit: 200, cursor: null } })).data;
}

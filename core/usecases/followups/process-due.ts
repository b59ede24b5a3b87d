import type { Context } from "#core/ports/context.ts";
import { yieldToEventLoop } from "#core/usecases/operations/yield-to-event-loop.ts";
import { proposeDue } from "./propose-due.ts";
import { reviewFollowUp } from "./review-followup.ts";

const chunk = 100;

/**
 * Handles the follow-ups whose time has come: due ones are proposed, snoozed ones come back, old ones expire or end without a
 * reply. Handles at most `limit` in one call and returns how many there were.
 */
export async function processDueFollowUps(ctx: Context, { limit }: { limit: number }): Promise<number> {
  let tended = 0;
  while (tended < limit) {
    const due = await ctx.store.followUps.due(ctx.now(), chunk);
    for (const one of due) await proposeDue(ctx, one);
    const waiting = await ctx.store.followUps.toReview(ctx.now(), chunk);
    for (const { id } of waiting) await reviewFollowUp(ctx, id);
    tended += due.length + waiting.length;
    if (due.length < chunk && waiting.length < chunk) break;
    await yieldToEventLoop(ctx);
  }
  return tended;
}

import type { FollowUpRecord } from "#core/model/followup.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { moveFollowUp } from "#core/rules/followups/machine.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";
import { saveFollowUp } from "./save-followup.ts";
import { stopDelivery } from "./update-followups.ts";

/** The change that time alone makes to a follow-up: a snoozed one comes back, an old one expires, a sent one ends without a reply. */
export async function reviewFollowUp(ctx: Context, id: string): Promise<FollowUpRecord | null> {
  return retrying(ctx, async () => {
    const followUp = await ctx.store.followUps.find(id);
    if (!followUp || followUp.reviewAt === null || followUp.reviewAt > ctx.now()) return followUp;
    const { followUps: policy } = (await ctx.store.settings.current()).document;
    const now = ctx.now();
    const changes = new ChangeSet();
    const moved = reviewed(followUp, now, (to, change) => moveFollowUp(followUp, to, change, policy, now));
    saveFollowUp(ctx, changes, followUp, moved);
    if (moved.state === "expired") {
      const pending = (await ctx.store.followUps.pendingOf([followUp.contactId])).get(followUp.contactId);
      if (pending) stopDelivery(ctx, changes, pending, followUp, "expired");
    }
    await commitStep(ctx, changes);
    return moved;
  });
}

type Move = (to: FollowUpRecord["state"], change: Partial<FollowUpRecord>) => FollowUpRecord;

function reviewed(followUp: FollowUpRecord, now: number, move: Move): FollowUpRecord {
  switch (followUp.state) {
    case "snoozed":
      return move("proposed", { dueAt: now });
    case "sent":
      return move("no_reply", {});
    case "replied":
      // The window in which a conversion counts for this follow-up is over.
      return { ...followUp, reviewAt: null, endedAt: now, updatedAt: now };
    case "proposed":
    case "approved":
      return move("expired", { endedBecause: "nobody decided in time" });
    default:
      return { ...followUp, reviewAt: null };
  }
}

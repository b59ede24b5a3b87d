import { type AlertRecord, isOpenAlert } from "#core/model/alert.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { moveAlert } from "#core/rules/alerts/machine.ts";
import { writeAlert } from "./change-alert.ts";

/** The open alerts that call staff to a conversation. */
export async function openAlertsOf(ctx: Context, conversationId: string): Promise<AlertRecord[]> {
  return (await ctx.store.alerts.newestOf([conversationId])).filter(isOpenAlert);
}

/**
 * Brings the open alerts of a conversation along with it, in the commit that changes it: who takes it over owns them, with its
 * release they are acknowledged, when it is done they are resolved, and they are of its branch, where it has one. Returns the alerts as they will be.
 */
export function alertsFollow(
  ctx: Context,
  changes: ChangeSet,
  open: readonly AlertRecord[],
  { conversation, isDone }: { conversation: ConversationRecord; isDone: boolean },
): AlertRecord[] {
  return open.map((alert) => {
    const after = ofBranch(followed(alert, conversation, isDone, { by: ctx.actor.id, at: ctx.now() }), conversation);
    writeAlert(ctx, changes, alert, after);
    return after;
  });
}

function followed(
  alert: AlertRecord,
  { takenOverAt, takenOverBy }: Pick<ConversationRecord, "takenOverAt" | "takenOverBy">,
  isDone: boolean,
  { by, at }: { by: string; at: number },
): AlertRecord {
  if (isDone) return moveAlert(alert, "resolve", { by, at, reason: "the conversation is done" });
  return takenOverAt === null ? moveAlert(alert, "release", { by, at }) : moveAlert(alert, "take_over", { by: takenOverBy ?? by, at });
}

function ofBranch(alert: AlertRecord, { branchId }: Pick<ConversationRecord, "branchId">): AlertRecord {
  return branchId === null || alert.branchId === branchId ? alert : { ...alert, branchId };
}

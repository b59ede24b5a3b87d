import type { AlertRecord } from "#core/model/alert.ts";
import { openAlertStates } from "#core/model/alert.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Context } from "#core/ports/context.ts";
import { ownerLeft } from "#core/rules/alerts/owner-left.ts";
import { changeAlert } from "#core/usecases/alerts/change-alert.ts";
import { changeConversation } from "#core/usecases/conversations/change-conversation.ts";
import { released } from "#core/usecases/conversations/takeover-steps.ts";

const chunk = 100;

/**
 * What somebody who was removed from the staff looked after is nobody's: their conversations are unassigned, their takeovers are
 * released, and their alerts are open again and call others. Each in a commit of its own; a repeat goes on with the rest.
 */
export async function handOverWork(ctx: Context, { id }: { id: string }): Promise<void> {
  if ((await ctx.store.staff.find(id))?.state !== "removed") return;
  let theirs: ConversationRecord[];
  do {
    theirs = await ctx.store.conversations.ofStaff(id, chunk);
    for (const conversation of theirs) await giveBack(ctx, conversation.id, id);
  } while (theirs.length === chunk);
  let called: AlertRecord[];
  do {
    called = (await ctx.store.alerts.list({ owner: [id], state: [...openAlertStates] }, { limit: chunk, cursor: null })).data;
    for (const alert of called) await reopen(ctx, alert.id, id);
  } while (called.length === chunk);
}

async function giveBack(ctx: Context, conversationId: string, staffId: string): Promise<void> {
  const audited: Context = { ...ctx, audit: { action: "conversation.release", subjectId: conversationId, detail: { because: "left the staff" } } };
  await changeConversation(audited, conversationId, async (conversation, changes) => {
    const free = conversation.takenOverBy === staffId ? await released(audited, changes, conversation) : { conversation };
    const assigneeId = conversation.assigneeId === staffId ? null : conversation.assigneeId;
    return { ...free, conversation: { ...free.conversation, assigneeId } };
  });
}

async function reopen(ctx: Context, alertId: string, staffId: string): Promise<void> {
  const { document } = await ctx.store.settings.current();
  const audited: Context = { ...ctx, audit: { action: "alert.release", subjectId: alertId, detail: { because: "left the staff" } } };
  await changeAlert(audited, alertId, (alert) => ownerLeft(alert, staffId, { by: ctx.actor.id, at: ctx.now(), settings: document.escalations }));
}

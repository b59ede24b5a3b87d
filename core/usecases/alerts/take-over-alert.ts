import type { AlertRecord } from "#core/model/alert.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { moveAlert } from "#core/rules/alerts/machine.ts";
import { type ConversationChange, reviseConversation } from "#core/usecases/conversations/change-conversation.ts";
import { released, takenOver } from "#core/usecases/conversations/takeover-steps.ts";
import { postToThread } from "#core/usecases/staff-chat/effects.ts";
import { getAlert } from "./get-alert.ts";

/**
 * Takes over the conversation that the alert calls to, and with it all its open alerts. Staff see it as a thread from then on.
 * Throws `conflict` naming the owner when a colleague has it, and when the alert has ended.
 */
export async function takeOverAlert(ctx: Context, { id }: { id: string }): Promise<AlertRecord> {
  return withConversation(ctx, id, "take_over", (_, changes, conversation) => {
    const { threadedAt, lastMessageId } = conversation;
    if (threadedAt === null && lastMessageId !== null) postToThread(ctx, changes, lastMessageId);
    return takenOver(ctx, changes, { ...conversation, threadedAt: threadedAt ?? ctx.now() });
  });
}

/** Gives the conversation back to the bot; the alert stays acknowledged until it is resolved. */
export async function releaseAlert(ctx: Context, { id }: { id: string }): Promise<AlertRecord> {
  return withConversation(ctx, id, "release", released);
}

async function withConversation(
  ctx: Context,
  id: string,
  act: "take_over" | "release",
  step: (ctx: Context, changes: ChangeSet, conversation: ConversationRecord) => Promise<ConversationChange>,
): Promise<AlertRecord> {
  const found = await getAlert(ctx, { id });
  return reviseConversation(
    ctx,
    found.conversationId,
    async (conversation, changes, open) => {
      // Throws for an alert that has ended; an open one follows the conversation.
      if (!open.some((alert) => alert.id === id)) moveAlert(await getAlert(ctx, { id }), act, { by: ctx.actor.id, at: ctx.now() });
      return step(ctx, changes, conversation);
    },
    (_, alerts) => alerts.find((alert) => alert.id === id) ?? found,
  );
}

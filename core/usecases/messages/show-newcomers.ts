import type { Settings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { newCardFor } from "#core/rules/conversations/new-card.ts";
import { minute } from "#core/rules/time.ts";
import { openThreadIfUnanswered, postToThread } from "#core/usecases/staff-chat/effects.ts";

/** How long what answers by itself has before staff are told, where they are told of the unanswered only. */
const answeredWithin = minute;

/**
 * Gives the conversations of people who have just written, and whom the staff chat does not show yet, a card and a thread there, in
 * the commit of their messages. `messages` are those that are new, in their order; the change set holds their conversations.
 */
export async function showNewcomers(ctx: Context, changes: ChangeSet, messages: readonly MessageWithReading[], { inbox }: Settings): Promise<void> {
  const asked = messages.filter((message) => cardFor(changes, message, inbox) !== null);
  // Most messages belong to a card that is there, and where no staff chat is connected there is nobody to show them to.
  if (asked.length === 0 || (await ctx.store.staffChat.workspaces()).length === 0) return;
  const shown = new Set<string>();
  for (const message of asked) {
    const conversation = changes.conversation(message.conversationId);
    const card = cardFor(changes, message, inbox);
    if (conversation && card === "now") {
      changes.putConversation({ ...conversation, threadedAt: message.receivedAt });
      shown.add(conversation.id);
    }
    const { id: messageId, conversationId } = message;
    if (shown.has(conversationId)) postToThread(ctx, changes, messageId);
    else if (card === "later") openThreadIfUnanswered(ctx, changes, { conversationId, messageId, at: message.receivedAt + answeredWithin });
  }
}

function cardFor(changes: ChangeSet, message: MessageWithReading, inbox: Settings["inbox"]): ReturnType<typeof newCardFor> {
  const conversation = changes.conversation(message.conversationId);
  return conversation ? newCardFor(message, conversation, inbox) : null;
}

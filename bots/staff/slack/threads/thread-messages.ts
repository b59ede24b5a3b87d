import type { ConversationRecord } from "#core/model/conversation.ts";
import type { MessageRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { MessageWithReading } from "#core/ports/store.ts";

/** How many of a conversation's newest messages are compared with its thread to find those that are missing there. */
const mostMessages = 200;
/** How many of the messages before a thread was opened are shown in it. */
export const mostEarlier = 10;

type Thread = Pick<ConversationRecord, "id" | "contactId"> & { threadedAt: number };

/** The last messages from before a conversation became a thread, oldest first. */
export async function earlierMessages(ctx: Context, conversation: Thread): Promise<MessageWithReading[]> {
  const { data } = await ctx.store.messages.ofConversation(conversation, { limit: mostMessages, cursor: null });
  return data
    .filter(({ receivedAt }) => receivedAt < conversation.threadedAt)
    .slice(0, mostEarlier)
    .toReversed();
}

/**
 * The messages that the thread in a channel lacks, oldest first: the given one, and those before it whose posting has failed. `isFirst`: it
 * holds no message yet. What was said before it was opened is not among them.
 */
export async function missingMessages(
  ctx: Context,
  conversation: Thread,
  newest: MessageRecord,
  channelId: string,
): Promise<{ missing: MessageRecord[]; isFirst: boolean }> {
  const { data } = await ctx.store.messages.ofConversation(conversation, { limit: mostMessages, cursor: null });
  const missing: MessageRecord[] = [];
  for (const message of data) {
    if (message.receivedAt < conversation.threadedAt) continue;
    const post = await ctx.store.staffChat.post("message", message.id, channelId);
    // Messages are posted in order, so those before one that is posted are posted too.
    if (post && post.ts !== null) return { missing: withNewest(missing, conversation, newest), isFirst: false };
    missing.unshift(message);
  }
  return { missing: withNewest(missing, conversation, newest), isFirst: true };
}

/** The newest one is written again where it is posted already, since its words may have changed. */
function withNewest(missing: MessageRecord[], { threadedAt }: Thread, newest: MessageRecord): MessageRecord[] {
  return newest.receivedAt < threadedAt || missing.some(({ id }) => id === newest.id) ? missing : [...missing, newest];
}

import type { ConversationRecord } from "#core/model/conversation.ts";
import type { MessageRecord } from "#core/model/records.ts";
import type { PostKind } from "#core/model/staff.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { effect } from "#core/usecases/effect.ts";

/** Asks, in the commit that changes a record, for its card to be brought up to date. */
export function showCard(ctx: Context, changes: ChangeSet, kind: PostKind, subjectId: string): void {
  effect(ctx, changes, { type: "card.show", cause: `${kind}:${subjectId}:${ctx.newUuid()}`, payload: { kind, subjectId } });
}

/**
 * The same for the card of a conversation, which it has once it is a thread. A message that this change set brings into the thread
 * brings the card up to date, too, and one effect is enough for all that changes.
 */
export function showConversation(ctx: Context, changes: ChangeSet, { id, threadedAt }: Threaded): void {
  if (threadedAt !== null && !isShown(changes, id)) showCard(ctx, changes, "thread", id);
}

function isShown({ inserts: { outbox = [], messages = [] }, puts }: ChangeSet, conversationId: string): boolean {
  const said = new Set([...messages, ...(puts.messages ?? [])].filter((message) => message.conversationId === conversationId).map(({ id }) => id));
  return outbox.some(({ type, payload }) =>
    type === "thread.post" ? said.has(payload.messageId ?? "") : type === "card.show" && payload.subjectId === conversationId,
  );
}

/** Asks for a conversation to become a thread at `at` (ms since 1970) if it still waits then; `messageId` is what it waits for. */
export function openThreadIfUnanswered(ctx: Context, changes: ChangeSet, { conversationId, messageId, at }: UnansweredThread): void {
  effect(ctx, changes, { type: "thread.open", cause: messageId, payload: { conversationId }, startAfter: at });
}

type UnansweredThread = { conversationId: string; messageId: string; at: number };

/** A message whose words have changed is written again where the thread of its conversation shows it: once for each change. */
export function showChangedWords(ctx: Context, changes: ChangeSet, conversation: Threaded, message: Received): void {
  if (conversation.threadedAt === null) return;
  showEarlier(ctx, changes, conversation, message);
  effect(ctx, changes, { type: "thread.post", cause: `${message.id}:${ctx.newUuid()}`, payload: { messageId: message.id } });
}

/** The post that shows what was said before the thread was opened, where the message is one of that. */
export function showEarlier(ctx: Context, changes: ChangeSet, { id, threadedAt }: Threaded, { receivedAt }: Received): void {
  if (threadedAt !== null && receivedAt < threadedAt) showCard(ctx, changes, "earlier", id);
}

/** The thread of a conversation follows its card, which may stand in another channel from now on. */
export function bringThread(
  ctx: Context,
  changes: ChangeSet,
  { threadedAt, lastMessageId }: Threaded & Pick<ConversationRecord, "lastMessageId">,
): void {
  if (threadedAt === null || lastMessageId === null) return;
  effect(ctx, changes, { type: "thread.post", cause: `${lastMessageId}:${ctx.newUuid()}`, payload: { messageId: lastMessageId } });
}

type Threaded = Pick<ConversationRecord, "id" | "threadedAt">;
type Received = Pick<MessageRecord, "id" | "receivedAt">;

/** Asks for a message to be brought into the thread that staff see its conversation as. */
export function postToThread(ctx: Context, changes: ChangeSet, messageId: string): void {
  effect(ctx, changes, { type: "thread.post", cause: messageId, payload: { messageId } });
}

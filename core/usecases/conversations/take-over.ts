import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Context } from "#core/ports/context.ts";
import { takeoverEndsAt } from "#core/rules/conversations/takeover.ts";
import { changeConversation } from "./change-conversation.ts";
import { released, takenOver } from "./takeover-steps.ts";

/**
 * Staff own the conversation from now on: the bot is silent there, also with what waits to be sent. Taking it twice changes nothing;
 * a colleague's is a conflict that names the owner.
 */
export async function takeOver(ctx: Context, { id }: { id: string }): Promise<ConversationRecord> {
  return changeConversation(ctx, id, (conversation, changes) => takenOver(ctx, changes, conversation));
}

/**
 * Takes the conversation over, also from a colleague who has it (`ownerId`: from this one alone, else `conflict`). The caller has
 * checked that the actor may.
 */
export async function takeFromOwner(ctx: Context, { id, ownerId }: { id: string; ownerId?: string }): Promise<ConversationRecord> {
  const from = ownerId === undefined ? "anybody" : { ownerId };
  return changeConversation(ctx, id, (conversation, changes) => takenOver(ctx, changes, conversation, from));
}

/** Gives the conversation back to the bot, with a summary in the timeline. */
export async function release(ctx: Context, { id }: { id: string }): Promise<ConversationRecord> {
  return changeConversation(ctx, id, (conversation, changes) => released(ctx, changes, conversation));
}

/** Gives a conversation back in which neither side has said anything for as long as the settings say. One that is not due is left alone. */
export async function releaseSilent(ctx: Context, { id }: { id: string }): Promise<void> {
  const audited: Context = { ...ctx, audit: { action: "conversation.release", subjectId: id, detail: { because: "silence" } } };
  await changeConversation(audited, id, async (conversation, changes) => {
    const { document } = await ctx.store.settings.current();
    const endsAt = takeoverEndsAt(conversation, document);
    return endsAt === null || endsAt > ctx.now() ? { conversation } : released(audited, changes, conversation);
  });
}

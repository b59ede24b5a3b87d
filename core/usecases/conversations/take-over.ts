import { fail } from "#core/errors.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Context } from "#core/ports/context.ts";
import { changeConversation } from "./change-conversation.ts";

/** Staff own the conversation from now on: the bot is silent there, also with what waits to be sent. Taking it twice changes nothing. */
export async function takeOver(ctx: Context, { id }: { id: string }): Promise<ConversationRecord> {
  return changeConversation(ctx, id, (conversation) => ({ conversation: takenOver(ctx, conversation) }));
}

/** The conversation as its own; throws `conflict` naming the colleague who has it. */
export function takenOver(ctx: Context, conversation: ConversationRecord): ConversationRecord {
  const { takenOverAt, takenOverBy } = conversation;
  if (takenOverAt === null) return { ...conversation, takenOverAt: ctx.now(), takenOverBy: ctx.actor.id };
  if (takenOverBy === ctx.actor.id) return conversation;
  return fail("conflict", `${takenOverBy} has taken it over already`, { takenOverBy });
}

/** Gives the conversation back to the bot. */
export async function release(ctx: Context, { id }: { id: string }): Promise<ConversationRecord> {
  return changeConversation(ctx, id, (conversation) => ({ conversation: released(conversation) }));
}

export function released(conversation: ConversationRecord): ConversationRecord {
  return { ...conversation, takenOverAt: null, takenOverBy: null };
}

import { fail } from "#core/errors.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Context } from "#core/ports/context.ts";
import { changeConversation } from "./change-conversation.ts";

/** Staff own the conversation from now on: the bot is silent there, also with what waits to be sent. Taking it twice changes nothing. */
export async function takeOver(ctx: Context, { id }: { id: string }): Promise<ConversationRecord> {
  return changeConversation(ctx, id, (conversation) => {
    const { takenOverAt, takenOverBy } = conversation;
    if (takenOverAt === null) return { conversation: { ...conversation, takenOverAt: ctx.now(), takenOverBy: ctx.actor.id } };
    if (takenOverBy === ctx.actor.id) return { conversation };
    return fail("conflict", `${takenOverBy} has taken it over already`, { takenOverBy });
  });
}

/** Gives the conversation back to the bot. */
export async function release(ctx: Context, { id }: { id: string }): Promise<ConversationRecord> {
  return changeConversation(ctx, id, (conversation) => ({ conversation: { ...conversation, takenOverAt: null, takenOverBy: null } }));
}

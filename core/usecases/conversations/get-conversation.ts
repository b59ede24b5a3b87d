import { fail } from "#core/errors.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Context } from "#core/ports/context.ts";

export async function getConversation(ctx: Context, { id }: { id: string }): Promise<ConversationRecord> {
  return (await ctx.store.conversations.find(id)) ?? fail("not_found", `conversation ${id} does not exist`);
}

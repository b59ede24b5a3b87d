import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { getConversation } from "./get-conversation.ts";

/** What was said in one conversation, newest first. */
export async function listConversationMessages(ctx: Context, { id, page }: { id: string; page: PageQuery }): Promise<Page<MessageWithReading>> {
  return ctx.store.messages.ofConversation(await getConversation(ctx, { id }), page);
}

import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { requireContact } from "./get-contact.ts";

/** Conversations of a contact, newest last message first. Throws CrmError `not_found` or `gone`. */
export async function listConversations(ctx: Context, { id, page }: { id: string; page: PageQuery }): Promise<Page<ConversationRecord>> {
  await requireContact(ctx, id);
  return ctx.store.conversations.pageOfContact(id, page);
}

/** A page of the contact's messages on all channels, newest first, and the zone its days are counted in. */
export type Transcript = Page<MessageWithReading> & { timeZone: string };

/** Throws CrmError `not_found` or `gone`. */
export async function listMessages(ctx: Context, { id, page }: { id: string; page: PageQuery }): Promise<Transcript> {
  const contact = await requireContact(ctx, id);
  const timeZone = contact.timeZone ?? (await ctx.store.settings.current()).document.timeZone;
  return { ...(await ctx.store.messages.ofContact(id, page)), timeZone };
}

import type { ConversationRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { requireContact } from "./get-contact.ts";

export async function listConversations(ctx: Context, { id }: { id: string }): Promise<ConversationRecord[]> {
  await requireContact(ctx, id);
  return ctx.store.conversations.ofContact(id);
}

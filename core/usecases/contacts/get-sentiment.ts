import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { requireContact } from "./get-contact.ts";

export type SentimentDetail = { contact: ContactRecord; strongest: MessageWithReading[] };

/** The contact's sentiment with the two messages of the strongest tone. */
export async function getSentiment(ctx: Context, { id }: { id: string }): Promise<SentimentDetail> {
  const contact = await requireContact(ctx, id);
  return { contact, strongest: await ctx.store.messages.strongest(id) };
}

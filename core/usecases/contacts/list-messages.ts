import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { requireContact } from "./get-contact.ts";

/** A page of the contact's messages on all channels, newest first, and the zone its days are counted in. */
export type Transcript = Page<MessageWithReading> & { timeZone: string };

export async function listMessages(ctx: Context, { id, page }: { id: string; page: PageQuery }): Promise<Transcript> {
  const contact = await requireContact(ctx, id);
  const timeZone = contact.timeZone ?? (await ctx.store.settings.current()).document.timeZone;
  return { ...(await ctx.store.messages.ofContact(id, page)), timeZone };
}

import type { Contactability } from "#core/model/contactability.ts";
import type { Purpose } from "#core/model/delivery.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import type { Context } from "#core/ports/context.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { contactabilityFor } from "./contactability-for.ts";

export type ContactabilityQuestion = { id: string; channel?: ChannelName | undefined; purpose: Purpose; at?: number | undefined };

/** May the contact be written to by the bot, on the channel given, or where they wrote last? By default now; `at` in ms since 1970. */
export async function readContactability(ctx: Context, { id, channel, purpose, at }: ContactabilityQuestion): Promise<Contactability> {
  const contact = await requireContact(ctx, id);
  const settings = await ctx.store.settings.current();
  const conversations = await ctx.store.conversations.ofContact(id);
  const conversation = (channel ? conversations.find((one) => one.channel === channel) : conversations[0]) ?? null;
  const where = channel ? { channel } : {};
  return contactabilityFor(ctx, { contact, conversation, ...where, purpose, author: "bot", at: at ?? ctx.now(), settings });
}

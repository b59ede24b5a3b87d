import { fail, invalidField } from "#core/errors.ts";
import type { Ingested, NewMessage } from "#core/model/inbound.ts";
import type { Context } from "#core/ports/context.ts";
import { reviseContact } from "#core/usecases/contact-change/revise-contact.ts";
import { findMessage } from "./find-message.ts";
import { analyse, messageFact, messageRow, readingRow } from "./message-rows.ts";

type Edit = { id: string; text: string; origin: NewMessage["origin"] };

/**
 * Replaces the words of a message, as its author did on the platform: the old reading and its hits no longer count.
 * Throws CrmError `invalid` when a caller leaves nothing of it.
 */
export async function editMessage(ctx: Context, input: Edit): Promise<Ingested> {
  let message = await findMessage(ctx, input.id);
  if (input.origin === "api" && input.text.trim() === "" && message.media.length === 0)
    throw invalidField("/text", "is empty, and there is no media");
  const conversation = (await ctx.store.conversations.find(message.conversationId)) ?? fail("not_found", `message ${input.id} does not exist`);
  return reviseContact(
    ctx,
    async () => (await findMessage(ctx, input.id)).contactId,
    async (contact, changes) => {
      const { document } = await ctx.store.settings.current();
      const found = await findMessage(ctx, input.id);
      const reading = analyse({ ...found, text: input.text }, contact, document);
      message = { ...found, text: input.text, reading, sentiment: reading.sentiment, editedAt: ctx.now() };
      changes.put("messages", messageRow(message));
      changes.remove("readings", { messageId: message.id }).insert("readings", readingRow(message, ctx.now()));
      return { facts: [messageFact(message)], withdrawn: [message.id], cause: { kind: "correction", ref: message.id } };
    },
    (contact) => ({ message, contact, conversation, isNew: false }),
  );
}

import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { reviseContact } from "#core/usecases/contact-change/revise-contact.ts";
import { showEarlier } from "#core/usecases/staff-chat/effects.ts";
import { getMessage } from "./get-message.ts";
import { rememberRetraction } from "./retractions.ts";

/**
 * Deletes a message that its author has deleted on the platform. The contact is folded as if the message had never arrived, and
 * the same message does not come back when the platform repeats it.
 */
export async function retractMessage(ctx: Context, input: { id: string }): Promise<ContactRecord> {
  return reviseContact(
    ctx,
    async () => (await getMessage(ctx, { id: input.id })).contactId,
    async (_contact, changes) => {
      const found = await getMessage(ctx, { id: input.id });
      changes.remove("readings", { messageId: found.id });
      changes.remove("messages", { id: found.id });
      const { channel, account, externalId } = found;
      if (externalId !== null) rememberRetraction(ctx, changes, { channel, account, externalId });
      const conversation = await ctx.store.conversations.find(found.conversationId);
      if (conversation) {
        changes.put("conversations", { ...conversation, messageCount: conversation.messageCount - 1 });
        showEarlier(ctx, changes, conversation, found);
      }
      return { withdrawn: [found.id], cause: { kind: "correction", ref: found.id } };
    },
    (contact) => contact,
  );
}

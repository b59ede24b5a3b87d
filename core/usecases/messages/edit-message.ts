import { fail } from "#core/errors.ts";
import type { Ingested } from "#core/model/inbound.ts";
import type { Context } from "#core/ports/context.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { readMessage } from "#core/rules/analysis/index.ts";
import { reviseContact } from "#core/usecases/contacts/revise-contact.ts";

/** Replaces the words of a message, as its author did on the platform: the old reading and its hits no longer count. */
export async function editMessage(ctx: Context, input: { id: string; text: string }): Promise<Ingested> {
  const found = await findMessage(ctx, input.id);
  const conversation = (await ctx.store.conversations.find(found.conversationId)) ?? fail("not_found", `message ${input.id} does not exist`);
  let message = found;
  return reviseContact(
    ctx,
    found.contactId,
    async (contact, changes) => {
      const { document } = await ctx.store.settings.current();
      message = reread(found, input.text, ctx.now(), contact.timeZone ?? document.timeZone, document);
      const { reading, ...row } = message;
      changes.put("messages", row);
      changes.remove("readings", { messageId: row.id });
      changes.insert("readings", {
        messageId: row.id,
        agentId: row.agentId,
        contactId: row.contactId,
        analyst: reading.analyst,
        version: reading.version,
        effective: true,
        reading,
        createdAt: ctx.now(),
      });
      const { id, sentAt: at, direction, author, source, text, sender } = message;
      return {
        facts: [{ type: "message", id, at, direction, author, source, text, sender, reading }],
        withdrawn: [id],
        cause: { kind: "correction", ref: id },
      };
    },
    (contact) => ({ message, contact, conversation, isNew: false }),
  );
}

function reread(
  found: MessageWithReading,
  text: string,
  editedAt: number,
  timeZone: string,
  settings: { region: string | null; ownIntents: Parameters<typeof readMessage>[0]["ownIntents"] },
): MessageWithReading {
  const { direction, author, sentAt } = found;
  const reading = readMessage({ text, direction, author, sentAt, timeZone, region: settings.region, ownIntents: settings.ownIntents });
  return { ...found, text, reading, sentiment: reading.sentiment, editedAt };
}

export async function findMessage(ctx: Context, id: string): Promise<MessageWithReading> {
  return (await ctx.store.messages.find(id)) ?? fail("not_found", `message ${id} does not exist`);
}

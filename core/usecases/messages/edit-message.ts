import { fail, invalidField } from "#core/errors.ts";
import type { Fact } from "#core/model/fact.ts";
import type { Ingested, NewMessage } from "#core/model/inbound.ts";
import type { MediaReference } from "#core/model/messages/media.ts";
import type { Settings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { ownWords } from "#core/rules/analysis/own-words.ts";
import { keywordOf } from "#core/rules/contactability/consent-words.ts";
import { reviseContact } from "#core/usecases/contact-change/revise-contact.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { showChangedWords } from "#core/usecases/staff-chat/effects.ts";
import { getMessage } from "./get-message.ts";
import { analyse, messageAsRead, messageFact, messageRow, readingRow } from "./message-rows.ts";
import { recordConsentWords } from "./record-consent-words.ts";

/** `media`: by default they stay. `placeholder`: by default the text is words. `at`: when it was edited, ms since 1970; by default now. */
type MessageEdit = {
  id: string;
  text: string;
  media?: readonly MediaReference[] | undefined;
  at?: number | undefined;
  placeholder?: boolean | undefined;
  origin: NewMessage["origin"];
};

/**
 * Replaces the words and files of a message, as its author did on the platform: the old reading and its hits no longer count,
 * and the new words have every effect that they have in a new message. The same edit again changes nothing.
 * Throws CrmError `invalid` when a caller leaves nothing of it.
 */
export async function editMessage(ctx: Context, input: MessageEdit): Promise<Ingested> {
  let message = await getMessage(ctx, { id: input.id });
  const media = [...(input.media ?? message.media)];
  if (input.origin === "api" && input.text.trim() === "" && media.length === 0) throw invalidField("/text", "is empty, and there is no media");
  const conversation = (await ctx.store.conversations.find(message.conversationId)) ?? fail("not_found", `message ${input.id} does not exist`);
  if (isSame(message, { text: input.text, media }))
    return { message, contact: await requireContact(ctx, message.contactId), conversation, isNew: false };
  return reviseContact(
    ctx,
    async () => (await getMessage(ctx, { id: input.id })).contactId,
    async (contact, changes) => {
      const { document } = await ctx.store.settings.current();
      const found = await getMessage(ctx, { id: input.id });
      const editedAt = Math.min(input.at ?? ctx.now(), ctx.now());
      const said = { ...found, text: input.text, placeholder: input.placeholder ?? false };
      const reading = analyse(said, contact, document);
      message = { ...said, media, reading, sentiment: reading.sentiment, editedAt };
      changes.put("messages", messageRow(message));
      changes.remove("readings", { messageId: message.id }).insert("readings", readingRow(message, ctx.now()));
      showChangedWords(ctx, changes, conversation, message);
      const facts: Fact[] = [messageFact(message)];
      const draft = { before: contact, contact, facts };
      recordNewWord(ctx, changes, { draft, conversation, message, settings: document, editedAt }, found);
      return { facts: draft.facts, withdrawn: [message.id], cause: { kind: "correction", ref: message.id } };
    },
    (contact, changes) => ({ message: messageAsRead(changes, message), contact, conversation, isNew: false }),
  );
}

type EditedWords = Parameters<typeof recordConsentWords>[2] & { settings: Settings };

/** A keyword that the message was before is not said again by its edit. */
function recordNewWord(ctx: Context, changes: ChangeSet, edited: EditedWords, before: MessageWithReading): void {
  const { message } = edited;
  if (message.direction !== "inbound" || keywordOf(ownWords(message)) === keywordOf(ownWords(before))) return;
  recordConsentWords(ctx, changes, edited);
}

function isSame(message: MessageWithReading, now: { text: string; media: readonly MediaReference[] }): boolean {
  return message.text === now.text && JSON.stringify(message.media) === JSON.stringify(now.media);
}

import { invalidField } from "#core/errors.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { TemplateText } from "#core/model/template.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { chooseText } from "#core/rules/texts/choose.ts";
import { languagesFor } from "#core/rules/texts/languages.ts";
import { renderText } from "#core/rules/texts/render.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { readValues } from "./read-values.ts";
import { getTemplate } from "./templates.ts";

export type ToPreview = {
  id: string;
  /** Left out: somebody nothing is known about. */
  contactId?: string | undefined;
  /** Before the contact's own. */
  language?: string | undefined;
  /** Left out: where the contact wrote last. */
  channel?: ChannelName | undefined;
};
export type TemplatePreview = {
  contactId: string | null;
  text: string;
  chosen: TemplateText;
  because: string;
  /** Variables without value and fallback: the contact would be skipped. */
  missing: string[];
};

/** What a contact would read, which of the texts that is and why. Nothing is kept but the answer. */
export async function previewTemplate(ctx: Context, { id, contactId, language, channel }: ToPreview): Promise<TemplatePreview> {
  return retrying(ctx, async () => {
    const template = await getTemplate(ctx, { id });
    const contact = contactId === undefined ? null : await requireContact(ctx, contactId, "/contactId");
    const { document } = await ctx.store.settings.current();
    const [conversation = null] = contact ? await ctx.store.conversations.ofContact(contact.id) : [];
    const languages = [...(language === undefined ? [] : [language]), ...languagesFor(contact?.language ?? null, document.region)];
    const chosen = chooseText(template.texts, { languages, channel: channel ?? conversation?.channel ?? null });
    if (!chosen) throw invalidField("/channel", "has no text in this template: each is made for another channel");
    const values = await readValues(ctx, { contact, conversation });
    const { text, missing } = renderText(chosen.text.text, values);
    const preview = { contactId: contact?.id ?? null, text, chosen: chosen.text, because: chosen.because, missing };
    return ctx.idempotency ? commit(ctx, stillThere(contact), preview) : preview;
  });
}

/** An answer about somebody is not kept once they are gone. */
function stillThere(contact: ContactRecord | null): ChangeSet {
  return contact ? new ChangeSet().expect(contact) : new ChangeSet();
}

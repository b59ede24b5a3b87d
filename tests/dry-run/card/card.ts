import { actions, button, section } from "#bots/staff/blocks/blocks.ts";
import { bold, nameOf } from "#bots/staff/blocks/text.ts";
import type { CardBuilder } from "#bots/staff/slack/feature.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { listNotes } from "#core/usecases/notes.ts";

export const thanksCardOf: CardBuilder = async (ctx, id) => {
  if (!(await ctx.store.contacts.find(id))) return null;
  const contact = await requireContact(ctx, id);
  const { data } = await listNotes(ctx, { contactId: id, page: { limit: 50, cursor: null } });
  const name = nameOf(contact);
  const blocks = [section(`${bold(name)} was thanked ${data.length} times`), actions(`thanks:${id}`, button("Thank", "thanks:give", id))];
  return { contactId: id, text: `Thanks for ${name}`, blocks, isRequired: true };
};

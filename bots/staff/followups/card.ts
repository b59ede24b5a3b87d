import type { FollowUpRecord } from "#core/model/followup.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { decidable } from "#core/rules/followups/machine.ts";
import { contactabilityFor } from "#core/usecases/contactability/contactability-for.ts";
import type { Card, CardBuilder } from "../slack/feature.ts";
import { staffNames } from "../slack/staff-names.ts";
import { type FollowUpCardModel, followUpCard } from "./card-blocks.ts";

/** Reads a follow-up and what its card says of it; null: it is gone. */
export const followUpCardOf: CardBuilder = async (ctx, id): Promise<Card | null> => {
  const followUp = await ctx.store.followUps.find(id);
  const contact = followUp && (await ctx.store.contacts.find(followUp.contactId));
  if (!followUp || !contact) return null;
  const isOpen = decidable.includes(followUp.state);
  // No card for what ended before it was posted, nor for a snoozed one, which is proposed again at its time.
  return { contactId: contact.id, ...followUpCard(await modelOf(ctx, followUp, contact)), isRequired: isOpen };
};

export async function modelOf(ctx: Context, followUp: FollowUpRecord, contact: ContactRecord): Promise<FollowUpCardModel> {
  const settings = await ctx.store.settings.current();
  const homeZone = settings.document.timeZone;
  const at = Math.max(ctx.now(), followUp.dueAt);
  const conversation = followUp.conversationId === null ? null : await ctx.store.conversations.find(followUp.conversationId);
  const isOpen = decidable.includes(followUp.state);
  const names = await staffNames(ctx, [followUp.editedBy, followUp.decidedBy]);
  const question = { contact, conversation, purpose: "follow_up", author: "staff", at, settings } as const;
  return {
    followUp,
    contact,
    contactability: isOpen && conversation ? await contactabilityFor(ctx, question) : null,
    zone: contact.timeZone ?? homeZone,
    homeZone,
    now: ctx.now(),
    editor: names.get(followUp.editedBy ?? "") ?? null,
    decider: names.get(followUp.decidedBy ?? "") ?? null,
  };
}

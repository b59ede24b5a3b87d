import type { ConversationRecord } from "#core/model/conversation.ts";
import type { FollowUpEvidence, FollowUpKind, FollowUpRecord, FollowUpSettings } from "#core/model/followup.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";
import { reviewAt } from "#core/rules/followups/machine.ts";
import { suggestText } from "./suggest-text.ts";

export type NewFollowUp = {
  kind: FollowUpKind;
  trigger: string;
  episode: string;
  attempt: number;
  reason: string;
  evidence: FollowUpEvidence[];
  dueAt: number;
  /** The text that staff have written; without it a text is suggested. */
  text?: string | undefined;
};

/** A proposed follow-up, with the conversation it would be sent in and a suggested text. Adds nothing to a change set. */
export async function newFollowUp(ctx: Context, contact: ContactRecord, settings: VersionedSettings, input: NewFollowUp): Promise<FollowUpRecord> {
  const policy = settings.document.followUps;
  const conversation = await conversationFor(ctx, contact.id, policy);
  const { text: given, ...what } = input;
  const suggested = await suggestText(ctx, { ...what, contact, conversation, settings: settings.document });
  const now = ctx.now();
  const text = given ?? suggested.text;
  const proposed: FollowUpRecord = {
    id: ctx.newId("fup"),
    agentId: ctx.store.agentId,
    contactId: contact.id,
    conversationId: conversation?.id ?? null,
    ...what,
    version: 1,
    state: "proposed",
    endedBecause: null,
    channel: conversation?.channel ?? null,
    text,
    originalText: text,
    templateId: given === undefined ? suggested.templateId : null,
    editedBy: null,
    editedAt: null,
    auto: false,
    reviewAt: null,
    deliveryId: null,
    approvals: 0,
    decidedBy: null,
    decidedAt: null,
    sentAt: null,
    endedAt: null,
    createdBy: ctx.actor.id,
    createdAt: now,
    updatedAt: now,
  };
  return { ...proposed, reviewAt: reviewAt(proposed, policy) };
}

/** The conversation in which the contact wrote last, among the channels on which the settings permit follow-ups; null: there is none. */
export async function conversationFor(ctx: Context, contactId: string, { channels }: FollowUpSettings): Promise<ConversationRecord | null> {
  const conversations = await ctx.store.conversations.ofContact(contactId);
  return conversations.find(({ channel }) => channels === null || channels.includes(channel)) ?? null;
}

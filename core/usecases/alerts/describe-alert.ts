import type { AlertRecord } from "#core/model/alert.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { ConversationSummary } from "#core/model/conversation-summary.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { conversationStateOf } from "#core/rules/conversations/state-of.ts";
import { summaryOf } from "#core/rules/conversations/summary.ts";
import { getAlert } from "./get-alert.ts";

/** The newest messages that a summary is made of, and those that are shown with an alert. */
const summarized = 50;
const shown = 10;

/** An alert with what to know before one answers: whose it is, what was said last, oldest first, and the conversation in short. */
export type DescribedAlert = {
  alert: AlertRecord;
  contact: ContactRecord | null;
  conversation: ConversationRecord | null;
  messages: MessageWithReading[];
  summary: ConversationSummary;
};

/** Throws CrmError `not_found`. */
export async function readAlert(ctx: Context, { id }: { id: string }): Promise<DescribedAlert> {
  return describeAlert(ctx, await getAlert(ctx, { id }));
}

export async function describeAlert(ctx: Context, alert: AlertRecord): Promise<DescribedAlert> {
  const { contactId, conversationId } = alert;
  const [contact, conversation, { data: newestFirst }] = await Promise.all([
    ctx.store.contacts.find(contactId),
    ctx.store.conversations.find(conversationId),
    ctx.store.messages.ofConversation({ id: conversationId, contactId }, { limit: summarized, cursor: null }),
  ]);
  const summary = summaryOf(newestFirst, conversationStateOf(contact, conversationId));
  return { alert, contact, conversation, messages: newestFirst.slice(0, shown).reverse(), summary };
}

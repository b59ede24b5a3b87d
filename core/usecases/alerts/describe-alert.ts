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
/** Alerts whose messages are read in one query: more would hold up other requests. */
const chunk = 25;

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
  const [described] = await describeSome(ctx, [alert]);
  return described ?? { alert, contact: null, conversation: null, messages: [], summary: summaryOf([], undefined) };
}

/** The same for many, in their order: three queries for every 25. */
export async function describeAlerts(ctx: Context, alerts: readonly AlertRecord[]): Promise<DescribedAlert[]> {
  const described: DescribedAlert[] = [];
  for (let at = 0; at < alerts.length; at += chunk) described.push(...(await describeSome(ctx, alerts.slice(at, at + chunk))));
  return described;
}

async function describeSome(ctx: Context, alerts: readonly AlertRecord[]): Promise<DescribedAlert[]> {
  const places = new Map(alerts.map(({ conversationId: id, contactId }) => [id, { id, contactId }]));
  const [contacts, conversations, messages] = await Promise.all([
    ctx.store.contacts.findMany([...new Set(alerts.map(({ contactId }) => contactId))]),
    ctx.store.conversations.findMany([...places.keys()]),
    ctx.store.messages.newestOf([...places.values()], summarized),
  ]);
  const contactOf = new Map(contacts.map((contact) => [contact.id, contact]));
  const conversationOf = new Map(conversations.map((conversation) => [conversation.id, conversation]));
  return alerts.map((alert) => {
    const contact = contactOf.get(alert.contactId) ?? null;
    const newestFirst = messages.get(alert.conversationId) ?? [];
    const summary = summaryOf(newestFirst, conversationStateOf(contact, alert.conversationId));
    const conversation = conversationOf.get(alert.conversationId) ?? null;
    return { alert, contact, conversation, messages: newestFirst.slice(0, shown).reverse(), summary };
  });
}

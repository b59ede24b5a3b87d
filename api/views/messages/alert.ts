import { z } from "@hono/zod-openapi";
import { alertEventKinds, alertStates } from "#core/model/alert.ts";
import type { ConversationSummary } from "#core/model/conversation-summary.ts";
import { escalationKinds, severities } from "#core/model/escalation.ts";
import { waitReasons } from "#core/model/vocabulary.ts";
import type { DescribedAlert } from "#core/usecases/alerts/describe-alert.ts";
import { iso, isoOrNull, Moment } from "../moment.ts";
import { ConversationView, InboxContactView, toConversationView, toInboxContactView } from "./conversation.ts";
import { MessageView, toMessageView } from "./message.ts";

const words = {
  messageId: z.string().meta({ example: "msg_01kaw3v6h0abcdefghjkmnpqrs" }),
  quote: z.string().meta({ example: "it broke on the first day" }),
  at: Moment,
};
const tone = z.number().min(-1).max(1);
const staffId = z.string().nullable().meta({ example: null });

export const SummaryView = z
  .object({
    wants: z
      .array(z.object({ ...words, what: z.string().meta({ description: "An intent, or `question`", example: "refund_request" }) }))
      .meta({ description: "What the customer has asked for, oldest first" }),
    promised: z.array(z.object({ ...words, dueAt: Moment })).meta({ description: "What our side has promised" }),
    mood: z
      .object({ tone: tone.nullable().meta({ example: -0.7 }), quotes: z.array(z.object({ ...words, tone })) })
      .meta({ description: "The mean tone of the customer's last messages, and the words that carry most of it" }),
    open: z.array(z.object({ ...words, because: z.enum(waitReasons) })).meta({ description: "What waits for our answer" }),
  })
  .meta({ id: "ConversationSummary", description: "A conversation in short, each part with the words that show it" });

const EvidenceView = z.object({
  messageId: z.string().nullable().meta({ description: "Null: time alone shows it", example: "msg_01kaw3v6h0abcdefghjkmnpqrs" }),
  quote: z.string().meta({ description: "The customer's words, or ours", example: "it broke on the first day" }),
  at: Moment,
  because: z.string().meta({ description: "What of the rule they show", example: "complaint" }),
});

const EventView = z.object({
  at: Moment,
  what: z.enum(alertEventKinds).meta({ example: "acknowledged" }),
  by: z.string().meta({ description: "Id of the member of staff or of the key, or `system`", example: "stf_01kaw3v6h0abcdefghjkmnpqrs" }),
  note: z.string().nullable().meta({ description: "Why, as far as somebody said so", example: null }),
});

export const AlertView = z
  .object({
    id: z.string().meta({ example: "alt_01kaw3v6h0abcdefghjkmnpqrs" }),
    contactId: z.string().meta({ example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
    conversationId: z.string().meta({ example: "cnv_01kaw3v6h0abcdefghjkmnpqrs" }),
    rule: z.string().meta({ description: "Id of the escalation rule", example: "frustration" }),
    ruleName: z.string().meta({ description: "As it was called then", example: "Frustrated customer" }),
    kind: z.enum(escalationKinds).meta({ example: "frustration" }),
    severity: z.enum(severities).meta({ example: "high" }),
    state: z.enum(alertStates).meta({ example: "open" }),
    reason: z.string().meta({ example: "They complain" }),
    evidence: z.array(EvidenceView).meta({ description: "What shows it, oldest first" }),
    summary: SummaryView,
    branchId: z.string().nullable().meta({ example: null }),
    ownerId: staffId.meta({ description: "Who has acknowledged it or taken it over", example: null }),
    openedAt: Moment,
    updatedAt: Moment,
    endedAt: Moment.nullable(),
    endedBy: staffId.meta({ description: "Who resolved or dismissed it", example: null }),
    endedBecause: z.string().nullable().meta({ description: "Why it was dismissed", example: null }),
    mutedUntil: Moment.nullable().meta({ description: "Until then its rule raises no new alert about this conversation" }),
    remindAt: Moment.nullable().meta({ description: "When it is shown again unless somebody reacts" }),
    reminders: z.int().meta({ description: "How often it has been shown again", example: 0 }),
    history: z.array(EventView).meta({ description: "What happened to it, oldest first" }),
  })
  .meta({ id: "Alert", description: "Staff are called to a conversation by an escalation rule" });

export const AlertDetailView = AlertView.extend({
  contact: InboxContactView.nullable(),
  conversation: ConversationView.nullable(),
  messages: z.array(MessageView).meta({ description: "What was said last, oldest first" }),
}).meta({ id: "AlertDetail", description: "An alert, whose it is, and the conversation so far" });

export function toAlertView({ alert, summary }: Pick<DescribedAlert, "alert" | "summary">): z.infer<typeof AlertView> {
  const { id, contactId, conversationId, rule, ruleName, kind, severity, state, reason, branchId, ownerId, endedBy, endedBecause, reminders } = alert;
  return {
    id,
    contactId,
    conversationId,
    rule,
    ruleName,
    kind,
    severity,
    state,
    reason,
    evidence: alert.evidence.map(({ at, ...one }) => ({ ...one, at: iso(at) })),
    summary: toSummaryView(summary),
    branchId,
    ownerId,
    openedAt: iso(alert.openedAt),
    updatedAt: iso(alert.updatedAt),
    endedAt: isoOrNull(alert.endedAt),
    endedBy,
    endedBecause,
    mutedUntil: isoOrNull(alert.mutedUntil),
    remindAt: isoOrNull(alert.remindAt),
    reminders,
    history: alert.history.map(({ at, ...event }) => ({ ...event, at: iso(at) })),
  };
}

export function toAlertDetailView(described: DescribedAlert): z.infer<typeof AlertDetailView> {
  const { contact, conversation, messages } = described;
  return {
    ...toAlertView(described),
    contact: contact && toInboxContactView(contact),
    conversation: conversation && toConversationView(conversation),
    messages: messages.map(toMessageView),
  };
}

export function toSummaryView({ wants, promised, mood, open }: ConversationSummary): z.infer<typeof SummaryView> {
  return {
    wants: wants.map(timed),
    promised: promised.map((one) => ({ ...timed(one), dueAt: iso(one.dueAt) })),
    mood: { tone: mood.tone, quotes: mood.quotes.map(timed) },
    open: open.map(timed),
  };
}

function timed<T extends { at: number }>(one: T): Omit<T, "at"> & { at: string } {
  return { ...one, at: iso(one.at) };
}

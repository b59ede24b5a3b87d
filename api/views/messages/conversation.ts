import { z } from "@hono/zod-openapi";
import { type ConversationRecord, inboxStates } from "#core/model/conversation.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { authors, channels, directions, grades, sentimentLevels, waitReasons } from "#core/model/vocabulary.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import type { InboxEntry } from "#core/usecases/conversations/list-conversations.ts";
import { iso, isoOrNull, Moment } from "../moment.ts";
import { MediaView } from "./message.ts";

const staffId = z.string().nullable();

export const ConversationView = z
  .object({
    id: z.string().meta({ example: "cnv_01kaw3v6h0abcdefghjkmnpqrs" }),
    contactId: z.string().meta({ example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
    channel: z.enum(channels).meta({ example: "web" }),
    account: z.string().meta({ example: "default" }),
    branchId: z.string().nullable().meta({ example: null }),
    state: z.enum(inboxStates).meta({ description: "Whose turn it is: we owe an answer while it is `waiting`", example: "waiting" }),
    waitingSince: Moment.nullable().meta({ description: "When the customer said the first words that nobody has answered" }),
    waitingBecause: z.enum(waitReasons).nullable().meta({ description: "Why those words want an answer", example: "question" }),
    doneAt: Moment.nullable().meta({ description: "Since when nothing is to be said any more" }),
    assigneeId: staffId.meta({ description: "Who looks after it", example: null }),
    takenOverBy: staffId.meta({ description: "Who owns it: the bot is silent", example: null }),
    takenOverAt: Moment.nullable(),
    messageCount: z.int().meta({ example: 5 }),
    createdAt: Moment,
    lastMessageAt: Moment,
  })
  .meta({ id: "Conversation", description: "All messages of one identity on one channel account" });

export function toConversationView(conversation: ConversationRecord): z.infer<typeof ConversationView> {
  const { id, contactId, channel, account, branchId, state, messageCount, waitingBecause, assigneeId, takenOverBy } = conversation;
  return {
    id,
    contactId,
    channel,
    account,
    branchId,
    state,
    waitingSince: isoOrNull(conversation.waitingSince),
    waitingBecause,
    doneAt: isoOrNull(conversation.doneAt),
    assigneeId,
    takenOverBy,
    takenOverAt: isoOrNull(conversation.takenOverAt),
    messageCount,
    createdAt: iso(conversation.createdAt),
    lastMessageAt: iso(conversation.lastMessageAt),
  };
}

const ShownMessage = z.object({
  id: z.string().meta({ example: "msg_01kaw3v6h0abcdefghjkmnpqrs" }),
  direction: z.enum(directions).meta({ example: "inbound" }),
  author: z.enum(authors).meta({ example: "customer" }),
  text: z.string().meta({ example: "Are you open on Sunday?" }),
  media: z.array(MediaView).meta({ example: [] }),
  sentAt: Moment,
});

export const InboxContactView = z.object({
  id: z.string().meta({ example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
  name: z.string().nullable().meta({ example: "Ana Cruz" }),
  grade: z.enum(grades).meta({ example: "C" }),
  sentiment: z.enum(sentimentLevels).nullable().meta({ example: "neutral" }),
  vip: z.boolean().meta({ example: false }),
  atRisk: z.boolean().meta({ example: false }),
});

export const InboxEntryView = ConversationView.extend({
  contact: InboxContactView.nullable(),
  lastMessage: ShownMessage.nullable().meta({ description: "The newest of either side" }),
  waitingFor: ShownMessage.nullable().meta({ description: "The first that nobody has answered" }),
}).meta({ id: "InboxEntry", description: "A conversation, whose it is, and what is to be answered" });

export function toInboxEntryView({ conversation, contact, lastMessage, waitingMessage }: InboxEntry): z.infer<typeof InboxEntryView> {
  return {
    ...toConversationView(conversation),
    contact: contact && toInboxContactView(contact),
    lastMessage: lastMessage && shown(lastMessage),
    waitingFor: waitingMessage && shown(waitingMessage),
  };
}

export function toInboxContactView({ id, name, grade, sentimentLevel: sentiment, vip, atRisk }: ContactRecord): z.infer<typeof InboxContactView> {
  return { id, name, grade, sentiment, vip, atRisk };
}

function shown({ id, direction, author, text, media, sentAt }: MessageWithReading): z.infer<typeof ShownMessage> {
  return { id, direction, author, text, media, sentAt: iso(sentAt) };
}

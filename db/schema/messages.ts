import { sql } from "drizzle-orm";
import { foreignKey, index, integer, primaryKey, real, type SQLiteColumn, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { inboxStates, waitEnds } from "#core/model/conversation.ts";
import type { ConversationSummary } from "#core/model/conversation-summary.ts";
import { purposes } from "#core/model/delivery.ts";
import type { Sender } from "#core/model/fact.ts";
import type { MediaReference } from "#core/model/messages/media.ts";
import type { Reading } from "#core/model/reading.ts";
import { analysts, authors, channels, conversationDecisionKinds, directions, sources, waitReasons } from "#core/model/vocabulary.ts";
import { agentData } from "../data-policy.ts";
import type { RecordOf } from "../table.ts";
import { ofAgent } from "./agents.ts";
import { contacts } from "./contacts.ts";
import { identities } from "./identities.ts";

/** What the inbox tells conversations apart by: a page of any filter starts at the first one of each kind that it shows. */
const kindOf = ({ state, channel }: { state: SQLiteColumn; channel: SQLiteColumn }) =>
  [state, channel, sql`(assignee_id IS NULL)`, sql`(branch_id IS NULL)`] as const;

export const conversations = sqliteTable(
  "conversations",
  {
    id: text().notNull(),
    agentId: text().notNull(),
    contactId: text().notNull(),
    identityId: text().notNull(),
    channel: text({ enum: channels }).notNull(),
    account: text().notNull(),
    branchId: text(),
    createdAt: integer().notNull(),
    lastMessageAt: integer().notNull(),
    messageCount: integer().notNull(),
    takenOverBy: text(),
    takenOverAt: integer(),
    ownerSpokeAt: integer(),
    lastMessageId: text(),
    state: text({ enum: inboxStates }).notNull().default("answered"),
    waitingSince: integer(),
    waitingMessageId: text(),
    waitingBecause: text({ enum: waitReasons }),
    doneAt: integer(),
    assigneeId: text(),
    reviewAt: integer(),
    calledFor: text(),
    calledAt: integer(),
    threadedAt: integer(),
    awayToldAt: integer(),
  },
  (conversation) => [
    primaryKey({ columns: [conversation.agentId, conversation.id] }),
    foreignKey({ columns: [conversation.agentId, conversation.contactId], foreignColumns: [contacts.agentId, contacts.id] }),
    foreignKey({ columns: [conversation.agentId, conversation.identityId], foreignColumns: [identities.agentId, identities.id] }),
    uniqueIndex("conversations_by_identity").on(conversation.agentId, conversation.identityId),
    index("conversations_by_contact").on(conversation.agentId, conversation.contactId),
    // The inbox: what was said last, and who waits longest, of each kind of conversation; of all, of one member of staff, of one branch.
    index("conversations_by_kind").on(conversation.agentId, ...kindOf(conversation), conversation.lastMessageAt, conversation.id),
    index("conversations_by_assignee_kind")
      .on(conversation.agentId, conversation.assigneeId, ...kindOf(conversation), conversation.lastMessageAt, conversation.id)
      .where(sql`assignee_id IS NOT NULL`),
    index("conversations_by_branch_kind")
      .on(conversation.agentId, conversation.branchId, ...kindOf(conversation), conversation.lastMessageAt, conversation.id)
      .where(sql`branch_id IS NOT NULL`),
    index("conversations_by_kind_wait")
      .on(conversation.agentId, ...kindOf(conversation), conversation.waitingSince, conversation.id)
      .where(sql`waiting_since IS NOT NULL`),
    index("conversations_by_assignee_kind_wait")
      .on(conversation.agentId, conversation.assigneeId, ...kindOf(conversation), conversation.waitingSince, conversation.id)
      .where(sql`waiting_since IS NOT NULL AND assignee_id IS NOT NULL`),
    index("conversations_by_branch_kind_wait")
      .on(conversation.agentId, conversation.branchId, ...kindOf(conversation), conversation.waitingSince, conversation.id)
      .where(sql`waiting_since IS NOT NULL AND branch_id IS NOT NULL`),
    index("conversations_by_owner").on(conversation.agentId, conversation.takenOverBy).where(sql`taken_over_by IS NOT NULL`),
    index("conversations_by_review").on(conversation.agentId, conversation.reviewAt).where(sql`review_at IS NOT NULL`),
  ],
);
export const conversationsPolicy = {
  owner: "conversation",
  contactColumns: ["contactId"],
  merge: "follow",
  unmerge: "follow",
  move: "identityId",
  erase: "delete",
  posts: ["thread", "earlier"],
} as const;

/** How many conversations there are of each kind; triggers on `conversations` keep it, so that counting costs nothing. */
export const conversationCounts = sqliteTable(
  "conversation_counts",
  {
    agentId: ofAgent(),
    state: text({ enum: inboxStates }).notNull(),
    channel: text({ enum: channels }).notNull(),
    /** "" for none, as with the assignee. */
    branchId: text().notNull(),
    assigneeId: text().notNull(),
    count: integer().notNull(),
  },
  (count) => [primaryKey({ columns: [count.agentId, count.state, count.channel, count.branchId, count.assigneeId] })],
);
export const conversationCountsPolicy = agentData;

declare module "#core/model/tables.ts" {
  interface Tables {
    conversationCounts: RecordOf<typeof conversationCounts>;
  }
}

/** What staff have decided about a conversation. */
export const conversationDecisions = sqliteTable(
  "conversation_decisions",
  {
    id: text().notNull(),
    agentId: text().notNull(),
    contactId: text().notNull(),
    conversationId: text().notNull(),
    decision: text({ enum: conversationDecisionKinds }).notNull(),
    by: text().notNull(),
    at: integer().notNull(),
    summary: text({ mode: "json" }).$type<ConversationSummary>(),
  },
  (decision) => [
    primaryKey({ columns: [decision.agentId, decision.id] }),
    foreignKey({ columns: [decision.agentId, decision.contactId], foreignColumns: [contacts.agentId, contacts.id] }),
    foreignKey({ columns: [decision.agentId, decision.conversationId], foreignColumns: [conversations.agentId, conversations.id] }),
    index("conversation_decisions_by_contact").on(decision.agentId, decision.contactId, decision.at, decision.id),
    index("conversation_decisions_by_conversation").on(decision.agentId, decision.conversationId),
  ],
);
export const conversationDecisionsPolicy = {
  owner: "conversation",
  contactColumns: ["contactId"],
  merge: "follow",
  unmerge: "follow",
  move: "conversationId",
  erase: "delete",
  posts: [],
} as const;

/** The waits of customers that have ended, folded from the facts of the contact like hits. */
export const waits = sqliteTable(
  "waits",
  {
    agentId: text().notNull(),
    contactId: text().notNull(),
    conversationId: text().notNull(),
    messageId: text().notNull(),
    since: integer().notNull(),
    endedAt: integer().notNull(),
    endedBy: text({ enum: waitEnds }).notNull(),
    isFirst: integer({ mode: "boolean" }).notNull(),
  },
  (wait) => [
    primaryKey({ columns: [wait.agentId, wait.conversationId, wait.messageId] }),
    foreignKey({ columns: [wait.agentId, wait.contactId], foreignColumns: [contacts.agentId, contacts.id] }),
    index("waits_by_contact").on(wait.agentId, wait.contactId),
    index("waits_by_end").on(wait.agentId, wait.endedAt, wait.since, wait.endedBy, wait.isFirst),
  ],
);
export const waitsPolicy = {
  owner: "contact",
  contactColumns: ["contactId"],
  merge: "rewrite",
  unmerge: "rewrite",
  move: null,
  erase: "delete",
  posts: [],
} as const;

export const messages = sqliteTable(
  "messages",
  {
    id: text().notNull(),
    agentId: text().notNull(),
    contactId: text().notNull(),
    conversationId: text().notNull(),
    channel: text({ enum: channels }).notNull(),
    account: text().notNull(),
    source: text({ enum: sources }).notNull(),
    externalId: text(),
    direction: text({ enum: directions }).notNull(),
    author: text({ enum: authors }).notNull(),
    purpose: text({ enum: purposes }),
    sentAt: integer().notNull(),
    receivedAt: integer().notNull(),
    history: integer({ mode: "boolean" }).notNull(),
    sentiment: real(),
    editedAt: integer(),
    forwarded: integer({ mode: "boolean" }).notNull().default(false),
    placeholder: integer({ mode: "boolean" }).notNull().default(false),
    quoted: text(),
    sender: text({ mode: "json" }).$type<Sender>(),
    media: text({ mode: "json" }).$type<MediaReference[]>().notNull(),
    text: text().notNull(),
  },
  (message) => [
    primaryKey({ columns: [message.agentId, message.id] }),
    foreignKey({ columns: [message.agentId, message.contactId], foreignColumns: [contacts.agentId, contacts.id] }),
    uniqueIndex("messages_by_external_id")
      .on(message.agentId, message.channel, message.account, message.externalId)
      .where(sql`external_id IS NOT NULL`),
    index("messages_by_time").on(message.agentId, message.sentAt, message.direction, message.sentiment),
    index("messages_by_contact").on(message.agentId, message.contactId, message.sentAt, message.id),
  ],
);
export const messagesPolicy = {
  owner: "conversation",
  contactColumns: ["contactId"],
  merge: "follow",
  unmerge: "follow",
  move: "conversationId",
  erase: "delete",
  posts: ["message", "file"],
} as const;

export const readings = sqliteTable(
  "readings",
  {
    messageId: text().notNull(),
    agentId: text().notNull(),
    contactId: text().notNull(),
    analyst: text({ enum: analysts }).notNull(),
    version: text().notNull(),
    effective: integer({ mode: "boolean" }).notNull(),
    createdAt: integer().notNull(),
    reading: text({ mode: "json" }).$type<Reading>().notNull(),
    /** The reading as an answer to the turns before the message; null: the same as alone. Of the effective one only. */
    inContext: text({ mode: "json" }).$type<Reading>(),
  },
  (reading) => [
    primaryKey({ columns: [reading.agentId, reading.messageId, reading.analyst, reading.version] }),
    foreignKey({ columns: [reading.agentId, reading.messageId], foreignColumns: [messages.agentId, messages.id] }),
  ],
);
export const readingsPolicy = {
  owner: "conversation",
  contactColumns: ["contactId"],
  merge: "follow",
  unmerge: "follow",
  move: "messageId",
  erase: "delete_with_message",
  posts: [],
} as const;

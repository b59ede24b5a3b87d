import type { MessageStore, MessageWithReading } from "#core/ports/store.ts";
import { rowsOf } from "../connection.ts";
import { readPage } from "../lists/cursor.ts";
import { selection } from "../rows.ts";
import { join, raw, rowsOfJson, type Statement, sql } from "../sql.ts";
import { toMessage } from "./ingest.ts";
import { find, type Tenant } from "./tenant.ts";

export function messageStore(tenant: Tenant): MessageStore {
  const read = async (rest: Statement): Promise<MessageWithReading[]> =>
    (await rowsOf(tenant.connection, messagesWhere(tenant, rest))).map(toMessage);
  return {
    find: async (id) => (await read(sql`m.id = ${id}`))[0] ?? null,
    ofContact: (contactId, page) =>
      readPage(
        page,
        (after, limit) => {
          const older = after ? sql` AND (m.sent_at, m.id) < (${after[0]}, ${after[1]})` : raw("");
          return read(sql`m.contact_id = ${contactId}${older} ORDER BY m.sent_at DESC, m.id DESC LIMIT ${limit}`);
        },
        (message) => [message.sentAt, message.id],
      ),
    findMany: (ids) => read(sql`m.id IN (SELECT value FROM ${rowsOfJson(ids)})`),
    ofConversation: ({ id, contactId }, page) =>
      readPage(
        page,
        (after, limit) => {
          const older = after ? sql` AND (m.sent_at, m.id) < (${after[0]}, ${after[1]})` : raw("");
          const its = sql`m.contact_id = ${contactId} AND m.conversation_id = ${id}`;
          return read(sql`${its}${older} ORDER BY m.sent_at DESC, m.id DESC LIMIT ${limit}`);
        },
        (message) => [message.sentAt, message.id],
      ),
    newestOf: async (conversations, limit) => {
      if (conversations.length === 0) return new Map();
      const newest = conversations.map(
        ({ id, contactId }) => sql`SELECT id FROM (SELECT id FROM messages WHERE agent_id = ${tenant.agentId} AND contact_id = ${contactId}
          AND conversation_id = ${id} ORDER BY sent_at DESC, id DESC LIMIT ${limit})`,
      );
      // The plus keeps SQLite from walking all messages in that order to find these.
      const found = await read(sql`m.id IN (${join(newest, " UNION ALL ")}) ORDER BY +m.sent_at DESC, m.id DESC`);
      return Map.groupBy(found, ({ conversationId }) => conversationId);
    },
    strongest: (contactId) =>
      read(sql`m.contact_id = ${contactId} AND m.sentiment IS NOT NULL AND m.direction = 'inbound'
        ORDER BY abs(m.sentiment) DESC, m.sent_at DESC, m.id DESC LIMIT 2`),
    readings: (messageId) => find(tenant, "readings", sql`message_id = ${messageId} ORDER BY created_at, analyst, version`),
  };
}

/** Messages with the reading that counts; `rest` speaks of a message as `m`. */
export function messagesWhere(tenant: Tenant, rest: Statement): Statement {
  return sql`SELECT ${raw(selection("messages", "m"))}, coalesce(r.in_context, r.reading) FROM messages AS m
    CROSS JOIN readings AS r ON r.agent_id = m.agent_id AND r.message_id = m.id AND r.effective = 1
    WHERE m.agent_id = ${tenant.agentId} AND ${rest}`;
}

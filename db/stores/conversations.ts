import { type ConversationRecord, type InboxFilter, type InboxSort, type InboxState, inboxStates } from "#core/model/conversation.ts";
import { channels } from "#core/model/vocabulary.ts";
import type { PageQuery } from "#core/ports/page.ts";
import type { ConversationStore } from "#core/ports/store.ts";
import { rowsOf } from "../connection.ts";
import { type PagePosition, readPage } from "../lists/cursor.ts";
import { type RecordOrder, recordPage } from "../lists/record-page.ts";
import { join, oneOf, raw, rowsOfJson, type Statement, sql } from "../sql.ts";
import { find, findOne, type Tenant } from "./tenant.ts";

const newestFirst: RecordOrder<"conversations"> = {
  columns: ["last_message_at", "id"],
  positionOf: (conversation) => [conversation.lastMessageAt, conversation.id],
  descending: true,
};

/** Conversations and the inbox (product.md §11). */
export function conversationStore(tenant: Tenant): ConversationStore {
  return {
    find: (id) => findOne(tenant, "conversations", sql`id = ${id}`),
    findMany: (ids) => find(tenant, "conversations", sql`id IN (SELECT value FROM ${rowsOfJson(ids)})`),
    ofContact: (contactId) => find(tenant, "conversations", sql`contact_id = ${contactId} ORDER BY last_message_at DESC, id DESC`),
    pageOfContact: (contactId, page) => recordPage(tenant, "conversations", newestFirst, page, sql`contact_id = ${contactId}`),
    lastInboundAt: async ({ id, contactId }) => {
      const [row] = await rowsOf(
        tenant.connection,
        sql`SELECT sent_at FROM messages WHERE agent_id = ${tenant.agentId} AND contact_id = ${contactId} AND conversation_id = ${id}
          AND direction = 'inbound' ORDER BY sent_at DESC, id DESC LIMIT 1`,
      );
      return row ? Number(row[0]) : null;
    },
    list: (filter, { by, descending }, page) => inboxPage(tenant, filter, orders[by], descending, page),
    counts: (filter) => countsOf(tenant, filter),
    ofStaff: (staffId, limit) =>
      find(
        tenant,
        "conversations",
        sql`id IN (SELECT id FROM conversations WHERE agent_id = ${tenant.agentId} AND assignee_id = ${staffId}
          UNION SELECT id FROM conversations WHERE agent_id = ${tenant.agentId} AND taken_over_by = ${staffId}) LIMIT ${limit}`,
      ),
    decisionsQuoting: (contactId, messageIds) =>
      find(
        tenant,
        "conversationDecisions",
        sql`contact_id = ${contactId} AND EXISTS (SELECT 1 FROM json_tree(summary) AS j
          WHERE j.key = 'messageId' AND j.atom IN (SELECT value FROM ${rowsOfJson(messageIds)}))`,
      ),
    due: (now, limit) => find(tenant, "conversations", sql`review_at <= ${now} ORDER BY review_at LIMIT ${limit}`),
  };
}

/** An order of the inbox: its column, which rows have one, and what its cursors are told by. */
type InboxOrder = {
  column: "last_message_at" | "waiting_since";
  held: Statement;
  positionOf(conversation: ConversationRecord): PagePosition;
  cursorOf(descending: boolean): string | undefined;
};

const orders: Record<InboxSort["by"], InboxOrder> = {
  waitingSince: {
    column: "waiting_since",
    held: raw("waiting_since IS NOT NULL"),
    positionOf: ({ waitingSince, id }) => [waitingSince, id],
    cursorOf: () => undefined,
  },
  lastMessageAt: {
    column: "last_message_at",
    held: raw("true"),
    positionOf: ({ lastMessageAt, id }) => [lastMessageAt, id],
    cursorOf: (descending) => (descending ? "newest" : "oldest"),
  },
};

/**
 * The counts tell which kinds of conversations there are; of each the first are read from an index, so that no page walks over
 * conversations that it does not show.
 */
function inboxPage(tenant: Tenant, filter: InboxFilter, { column, held, positionOf, cursorOf }: InboxOrder, descending: boolean, page: PageQuery) {
  const [direction, beyond] = [raw(descending ? "DESC" : "ASC"), raw(descending ? "<" : ">")];
  const sorted = sql`ORDER BY ${raw(column)} ${direction}, id ${direction}`;
  const read = async (after: PagePosition | null, limit: number): Promise<ConversationRecord[]> => {
    const from = after ? sql`(${raw(column)}, id) ${beyond} (${after[0]}, ${after[1]})` : raw("true");
    const kinds = filter.contact ? [conditions(filter)] : await kindsOf(tenant, filter);
    if (kinds.length === 0) return [];
    const rest = sql`${held} AND ${from} ${sorted} LIMIT ${limit}`;
    const parts = kinds.map(
      (kind) => sql`SELECT * FROM (SELECT ${raw(column)}, id FROM conversations WHERE agent_id = ${tenant.agentId} AND ${kind} AND ${rest})`,
    );
    return find(tenant, "conversations", sql`id IN (SELECT id FROM (${join(parts, " UNION ALL ")}) ${sorted} LIMIT ${limit}) ${sorted}`);
  };
  return readPage(page, read, positionOf, cursorOf(descending));
}

/** SQLite takes 500 parts in one statement. */
const mostParts = 400;

/**
 * The leading columns of an index, once for each kind of conversation that there is. Staff and branches have indexes of their own, in
 * which those that the filter names are looked up one by one, unless they are very many; what is of none is a kind.
 */
async function kindsOf(tenant: Tenant, filter: InboxFilter, named = namedIn(filter)): Promise<Statement[]> {
  const rows = await rowsOf(
    tenant.connection,
    sql`SELECT DISTINCT state, channel, assignee_id = '', branch_id = '', ${raw(named ?? "''")} FROM conversation_counts
      WHERE agent_id = ${tenant.agentId} AND count > 0 AND ${countConditions(filter)}`,
  );
  if (named !== null && rows.length > mostParts) return kindsOf(tenant, filter, null);
  const others = conditions(untold(filter, named));
  return rows.map(([state = null, channel = null, unassigned = null, unbranched = null, id = null]) => {
    const kind = sql`state = ${state} AND channel = ${channel} AND (assignee_id IS NULL) = ${unassigned} AND (branch_id IS NULL) = ${unbranched}`;
    return named === null || id === "" ? sql`${kind} AND ${others}` : sql`${raw(named)} = ${id} AND ${kind} AND ${others}`;
  });
}

/**
 * What is left of a filter to ask of each conversation, whose row is then read: its kind tells the state, the channel and whether it is
 * anybody's or of any branch, and the named column whose.
 */
function untold({ assignee, branch }: InboxFilter, named: ReturnType<typeof namedIn>): InboxFilter {
  return {
    ...(assignee && hasIds(assignee) && named !== "assignee_id" ? { assignee } : {}),
    ...(branch && hasIds(branch) && named !== "branch_id" ? { branch } : {}),
  };
}

const hasIds = (values: readonly (string | null)[]): boolean => values.some((id) => id !== null);

/** The column by whose ids conversations are looked up. */
function namedIn({ assignee = [], branch = [] }: InboxFilter): "assignee_id" | "branch_id" | null {
  if (hasIds(assignee)) return "assignee_id";
  return hasIds(branch) ? "branch_id" : null;
}

/** The plus keeps the index that gives the order: another would find the rows, and all of them would be sorted. */
function conditions({ state, channel, assignee, branch, contact }: InboxFilter): Statement {
  return join(
    [
      ...(state ? [oneOf("+state", state)] : []),
      ...(channel ? [oneOf("+channel", channel)] : []),
      ...(assignee ? [oneOf("coalesce(assignee_id, '')", assignee)] : []),
      ...(branch ? [oneOf("coalesce(branch_id, '')", branch)] : []),
      ...(contact ? [oneOf("contact_id", contact)] : []),
      raw("true"),
    ],
    " AND ",
  );
}

function countConditions({ state = [...inboxStates], channel = [...channels], assignee, branch }: InboxFilter): Statement {
  return join(
    [
      oneOf("state", state),
      oneOf("channel", channel),
      ...(assignee ? [oneOf("assignee_id", assignee)] : []),
      ...(branch ? [oneOf("branch_id", branch)] : []),
    ],
    " AND ",
  );
}

async function countsOf(tenant: Tenant, filter: Omit<InboxFilter, "contact">): Promise<Record<InboxState, number>> {
  const { state: _, ...others } = filter;
  const rows = await rowsOf(
    tenant.connection,
    sql`SELECT state, sum(count) FROM conversation_counts WHERE agent_id = ${tenant.agentId} AND ${countConditions(others)} GROUP BY state`,
  );
  const found = new Map(rows.map(([state, count]) => [String(state), Number(count)]));
  return { waiting: 0, answered: 0, taken_over: 0, done: 0, ...Object.fromEntries(found) };
}

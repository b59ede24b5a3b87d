import type { ContactFilter } from "#core/ports/store.ts";
import { foldText } from "#core/rules/text/text.ts";
import { join, raw, rowsOfJson, type Statement, sql } from "../sql.ts";
import type { Condition } from "./condition.ts";
import { searchFor } from "./search.ts";

/** The filters, narrow ones first. All must hold. Times: from `…After` on, until before `…Before`. */
export function toConditions(filter: ContactFilter, agentId: string): Condition[] {
  const byIndex = (index: string, holds: Statement) =>
    sql`SELECT row FROM contacts AS c INDEXED BY ${raw(index)} WHERE c.agent_id = ${agentId} AND ${holds}`;
  const served = (index: string, holds: Statement, leads: boolean): Condition => ({
    holds,
    rows: byIndex(index, holds),
    ...(leads ? { leads: index } : {}),
  });
  const words = (name: string, values: readonly string[] | undefined, index?: string): Condition[] => {
    if (!values) return [];
    const holds = anyOf(raw(`c.${name}`), values);
    return [index ? served(index, holds, values.length === 1) : { holds }];
  };
  // A partial index serves only the literal predicate it is made for.
  const flag = (name: string, value: boolean | undefined, index: string): Condition[] => {
    if (value === undefined) return [];
    return value ? [served(index, raw(`c.${name} = 1`), true)] : [{ holds: raw(`c.${name} = 0`) }];
  };

  return [
    ...(filter.q ? searchFor(filter.q, agentId) : []),
    ...(filter.ids ? [{ ...served("contacts_by_id", sql`c.id IN (SELECT value FROM ${rowsOfJson(filter.ids)})`, false), isNarrow: true }] : []),
    ...(filter.email ? [addressed("email", filter.email, agentId)] : []),
    ...(filter.phone ? [addressed("phone", filter.phone, agentId)] : []),
    ...(filter.tag ? [tagged(filter.tag, agentId)] : []),
    ...words("owner_id", filter.owner, "contacts_by_owner"),
    ...words("branch_id", filter.branch, "contacts_by_branch"),
    ...flag("vip", filter.vip, "contacts_by_vip"),
    ...flag("at_risk", filter.atRisk, "contacts_by_risk"),
    ...flag("awaiting_reply", filter.awaitingReply, "contacts_by_awaiting"),
    ...words("stage", filter.stage, "contacts_by_stage"),
    ...words("status", filter.status, "contacts_by_status"),
    ...words("grade", filter.grade),
    ...words("sentiment_level", filter.sentiment),
    ...words("source", filter.source),
    ...(filter.channel ? [{ holds: anyChannel(filter.channel) }] : []),
    ...created(filter, byIndex),
    ...lastSeen(filter, byIndex),
    ...(filter.and ? toConditions(filter.and, agentId) : []),
  ];
}

type ByIndex = (index: string, holds: Statement) => Statement;

function created({ createdAfter, createdBefore }: ContactFilter, byIndex: ByIndex): Condition[] {
  const holds = range("created_at", createdAfter, createdBefore);
  return holds ? [{ holds, rows: byIndex("contacts_by_created", holds), bounds: { column: "created_at", holds } }] : [];
}

/** Who has written has recentAt = lastSeenAt, so the index on the one bounds the other. */
function lastSeen({ lastSeenAfter, lastSeenBefore }: ContactFilter, byIndex: ByIndex): Condition[] {
  const holds = range("last_seen_at", lastSeenAfter, lastSeenBefore);
  const recent = range("recent_at", lastSeenAfter, lastSeenBefore);
  return holds && recent ? [{ holds, rows: byIndex("contacts_by_recent", recent), bounds: { column: "recent_at", holds: recent } }] : [];
}

export function anyOf(column: Statement, values: readonly string[]): Statement {
  const [only, second] = values;
  if (only !== undefined && second === undefined) return sql`${column} = ${only}`;
  // The number of statements to keep prepared stays small.
  if (values.length > 8) return sql`${column} IN (SELECT value FROM ${rowsOfJson(values)})`;
  return sql`${column} IN (${join(
    values.map((value) => sql`${value}`),
    ", ",
  )})`;
}

/** Channels are a JSON list of plain words. */
function anyChannel(channels: readonly string[]): Statement {
  if (channels.length === 0) return raw("false");
  return sql`(${join(
    channels.map((channel) => sql`instr(c.channels, ${JSON.stringify(channel)}) > 0`),
    " OR ",
  )})`;
}

function tagged(tags: readonly string[], agentId: string): Condition {
  const ids = sql`SELECT id FROM tags WHERE agent_id = ${agentId} AND (id IN (SELECT value FROM ${rowsOfJson(tags)})
    OR name_key IN (SELECT value FROM ${rowsOfJson(tags.map(foldText))}))`;
  return {
    holds: sql`EXISTS (SELECT 1 FROM contact_tags AS t WHERE t.agent_id = ${agentId} AND t.contact_id = c.id AND t.tag_id IN (${ids}))`,
    rows: sql`SELECT DISTINCT c.row FROM (${ids}) AS i CROSS JOIN contact_tags AS t ON t.agent_id = ${agentId} AND t.tag_id = i.id
      CROSS JOIN contacts AS c ON c.agent_id = ${agentId} AND c.id = t.contact_id`,
  };
}

function addressed(kind: "email" | "phone", values: readonly string[], agentId: string): Condition {
  const theirs = sql`a.agent_id = ${agentId} AND a.kind = ${kind} AND a.value IN (SELECT value FROM ${rowsOfJson(values)})`;
  return {
    holds: sql`EXISTS (SELECT 1 FROM addresses AS a WHERE ${theirs} AND a.contact_id = c.id)`,
    rows: sql`SELECT DISTINCT c.row FROM addresses AS a CROSS JOIN contacts AS c ON c.agent_id = ${agentId} AND c.id = a.contact_id WHERE ${theirs}`,
    isNarrow: true,
  };
}

function range(name: string, from: number | undefined, until: number | undefined): Statement | null {
  const parts = [
    ...(from === undefined ? [] : [sql`${raw(`c.${name}`)} >= ${from}`]),
    ...(until === undefined ? [] : [sql`${raw(`c.${name}`)} < ${until}`]),
  ];
  return parts.length > 0 ? join(parts, " AND ") : null;
}

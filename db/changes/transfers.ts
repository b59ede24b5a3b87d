import { movedTables } from "#core/model/merge.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { TableName } from "#core/model/tables.ts";
import type { Transfer } from "#core/ports/change-set.ts";
import { raw, rowsOfJson, type Statement, sql } from "../sql.ts";
import { tables } from "../tables.ts";
import { expecting } from "./expecting.ts";

/** What hangs on an identity, in the words of its conversation. */
const ofConversation = ["messages", "deliveries", "followups"] as const;

/**
 * What else changes with the contact. Whoever has read a follow-up before decides again; and attempts of an episode that both
 * have known go on counting where those of the other end.
 */
const alongside: Partial<Record<TableName, (agentId: string, to: string) => Statement>> = {
  followups: (agentId, to) => sql`, version = version + 1, attempt = attempt + coalesce((SELECT max(other.attempt) FROM followups AS other
    WHERE other.agent_id = ${agentId} AND other.contact_id = ${to} AND other.trigger = followups.trigger AND other.episode = followups.episode), 0)`,
};

/** The statements that make rows of one contact another's. */
export function transfer({ from, to, rows, answers }: Transfer, agentId: string | null): Statement[] {
  if (agentId === null) throw new Error("the directory holds no contacts");
  const move = (name: TableName, which: Statement) =>
    sql`UPDATE ${raw(tables[name].name)} SET contact_id = ${to}${alongside[name]?.(agentId, to) ?? raw("")} WHERE agent_id = ${agentId} AND contact_id = ${from} AND ${which}`;
  const named = (ids: readonly string[]) => sql`IN (SELECT value FROM ${rowsOfJson(ids)})`;
  const conversations = sql`conversation_id IN (SELECT id FROM conversations WHERE agent_id = ${agentId} AND identity_id ${named(rows.identities)})`;
  return [
    ...movedTables.filter((name) => rows[name].length > 0).map((name) => move(name, sql`id ${named(rows[name])}`)),
    move("conversations", sql`identity_id ${named(rows.identities)}`),
    ...ofConversation.map((name) => move(name, conversations)),
    sql`UPDATE readings SET contact_id = ${to} WHERE agent_id = ${agentId} AND message_id IN
      (SELECT id FROM messages WHERE agent_id = ${agentId} AND contact_id = ${to} AND ${conversations})`,
    ...(answers ? [forgetAnswers(agentId, from, answers)] : []),
  ];
}

/** A row replaced leaves nothing behind, a row updated may. */
function forgetAnswers(agentId: string, contactId: string, { since, before }: NonNullable<Transfer["answers"]>): Statement {
  return sql`REPLACE INTO remembered(agent_id, key_hash, request_hash, contact_id, status, body, created_at)
    SELECT agent_id, key_hash, request_hash, NULL, 410, NULL, created_at FROM remembered
    WHERE agent_id = ${agentId} AND contact_id = ${contactId} AND created_at >= ${since} AND created_at < ${before}`;
}

/** Takes out a contact's row; the batch fails as stale unless it is there in the version that was read, and no row hangs on it. */
export function absorb({ id, version }: ContactRecord, agentId: string | null): Statement[] {
  if (agentId === null) throw new Error("the directory holds no contacts");
  return expecting(1, sql`DELETE FROM contacts WHERE agent_id = ${agentId} AND id = ${id} AND version = ${version}`);
}

import type { ContactRecord } from "#core/model/records.ts";
import type { TableName } from "#core/model/tables.ts";
import type { Transfer } from "#core/ports/change-set.ts";
import type { MoveColumn } from "../data-policy.ts";
import { raw, rowsOfJson, type Statement, sql } from "../sql.ts";
import { tableNames, tables } from "../tables.ts";
import { expecting } from "./expecting.ts";

const byIds = tableNames.filter((name) => tables[name].policy.merge === "move");
const along = (column: MoveColumn) => tableNames.filter((name) => tables[name].policy.move === column);

/**
 * What else is set with the contact. A new version makes a follow-up that was read before stale; the attempts of an episode
 * that both contacts have go on from the highest of the other.
 */
const alongside: Partial<Record<TableName, (agentId: string, to: string) => Statement>> = {
  followups: (agentId, to) => sql`, version = version + 1, attempt = attempt + coalesce((SELECT max(other.attempt) FROM followups AS other
    WHERE other.agent_id = ${agentId} AND other.contact_id = ${to} AND other.trigger = followups.trigger AND other.episode = followups.episode), 0)`,
};

/** The statements that make rows of one contact another's, as the policies say: those named, and what goes along with an identity. */
export function transfer({ from, to, rows, answers }: Transfer, agentId: string | null): Statement[] {
  if (agentId === null) throw new Error("the directory holds no contacts");
  const move = (name: TableName, which: Statement) =>
    sql`UPDATE ${raw(tables[name].name)} SET contact_id = ${to}${alongside[name]?.(agentId, to) ?? raw("")} WHERE agent_id = ${agentId} AND contact_id = ${from} AND ${which}`;
  const named = (ids: readonly string[]) => sql`IN (SELECT value FROM ${rowsOfJson(ids)})`;
  const identities = sql`identity_id ${named(rows.identities ?? [])}`;
  const conversations = sql`conversation_id IN (SELECT id FROM conversations WHERE agent_id = ${agentId} AND ${identities})`;
  // Only an unmerge has answers to forget.
  const goes = (name: TableName) => answers === null || tables[name].policy.unmerge === "return";
  return [
    ...byIds.filter(goes).flatMap((name) => (rows[name]?.length ? [move(name, sql`id ${named(rows[name])}`)] : [])),
    ...along("identityId").map((name) => move(name, identities)),
    ...along("conversationId").map((name) => move(name, conversations)),
    ...along("messageId").map(
      (name) => sql`UPDATE ${raw(tables[name].name)} SET contact_id = ${to} WHERE agent_id = ${agentId} AND message_id IN
        (SELECT id FROM messages WHERE agent_id = ${agentId} AND contact_id = ${to} AND ${conversations})`,
    ),
    ...(answers ? [forgetAnswers(agentId, from, answers)] : []),
  ];
}

/** A row replaced leaves nothing behind, a row updated may. */
function forgetAnswers(agentId: string, contactId: string, { since, before }: NonNullable<Transfer["answers"]>): Statement {
  return sql`REPLACE INTO remembered(agent_id, key_hash, request_hash, owner_id, contact_id, status, body, created_at)
    SELECT agent_id, key_hash, request_hash, owner_id, NULL, 410, NULL, created_at FROM remembered
    WHERE agent_id = ${agentId} AND contact_id = ${contactId} AND created_at >= ${since} AND created_at < ${before}`;
}

/** Takes out a contact's row; the batch fails as stale unless it is there in the version that was read, and no row hangs on it. */
export function absorb({ id, version }: ContactRecord, agentId: string | null): Statement[] {
  if (agentId === null) throw new Error("the directory holds no contacts");
  return expecting(1, sql`DELETE FROM contacts WHERE agent_id = ${agentId} AND id = ${id} AND version = ${version}`);
}

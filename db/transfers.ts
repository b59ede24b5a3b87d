import { movedTables } from "#core/model/merge.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Transfer } from "#core/ports/change-set.ts";
import { expecting } from "./expecting.ts";
import { raw, rowsOfJson, type Statement, sql } from "./sql.ts";
import { tables } from "./tables.ts";

/** What hangs on an identity, in the words of its conversation. */
const ofConversation = ["messages", "deliveries"] as const;

/** The statements that make rows of one contact another's. */
export function transfer({ from, to, rows }: Transfer, agentId: string | null): Statement[] {
  if (agentId === null) throw new Error("the directory holds no contacts");
  const move = (table: string, which: Statement) =>
    sql`UPDATE ${raw(table)} SET contact_id = ${to} WHERE agent_id = ${agentId} AND contact_id = ${from}${which}`;
  const readings = sql`UPDATE readings SET contact_id = ${to} WHERE agent_id = ${agentId} AND contact_id = ${from} AND message_id IN
    (SELECT id FROM messages WHERE agent_id = ${agentId} AND contact_id = ${to})`;
  if (rows === "all") {
    const all = ["conversations", ...ofConversation, ...movedTables.map((name) => tables[name].name), "remembered", "import_rows"];
    return [...all.map((table) => move(table, raw(""))), readings];
  }
  const named = (ids: readonly string[]) => sql` AND id IN (SELECT value FROM ${rowsOfJson(ids)})`;
  const conversations = sql`SELECT id FROM conversations WHERE agent_id = ${agentId} AND contact_id = ${to}`;
  return [
    ...movedTables.filter((name) => rows[name].length > 0).map((name) => move(tables[name].name, named(rows[name]))),
    move("conversations", sql` AND identity_id IN (SELECT value FROM ${rowsOfJson(rows.identities)})`),
    ...ofConversation.map((name) => move(name, sql` AND conversation_id IN (${conversations})`)),
    readings,
  ];
}

/** Takes out a contact's row; the batch fails as stale unless it is there in the version that was read. */
export function absorb({ id, version }: ContactRecord, agentId: string | null): Statement[] {
  if (agentId === null) throw new Error("the directory holds no contacts");
  return expecting(1, sql`DELETE FROM contacts WHERE agent_id = ${agentId} AND id = ${id} AND version = ${version}`);
}

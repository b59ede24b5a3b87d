import type { TableName } from "#core/model/tables.ts";
import { raw, rowsOfJson, type Statement, sql } from "../sql.ts";
import type { Tenant } from "../stores/tenant.ts";
import { tables } from "../tables.ts";

type Counts = Map<string, Record<string, number>>;

/** Tables whose rows name the contact they belong to, children before parents. */
const owned = [
  "hits",
  "actions",
  "adjustments",
  "stageChanges",
  "edits",
  "transitions",
  "contactTags",
  "notes",
  "followups",
  "dues",
  "consents",
  "planChanges",
  "deliveries",
  "messages",
  "conversations",
  "addresses",
  "identities",
] as const satisfies TableName[];

/** Rows that name a contact without belonging to one table's contact alone: what is known of the other goes as well. */
const linked = [
  { table: "proposals", column: "contact_id" },
  { table: "proposals", column: "other_id" },
  { table: "import_rows", column: "contact_id" },
  { table: "posts", column: "contact_id" },
] as const;

/** Everything in one commit; then the files are scrubbed, so that no page of the log or of the past holds a word of it. */
export async function eraseContacts(tenant: Tenant, ids: readonly string[], beside: readonly Statement[] = []): Promise<Counts> {
  if (ids.length === 0) return new Map();
  const { agentId, connection } = tenant;
  const [counted = []] = await connection.write([count(agentId, ids), ...erasure(ids, agentId), ...beside]);
  await connection.scrub();
  return new Map(counted.map(([id, text]) => [String(id), toCounts(String(text))]));
}

/**
 * Takes all that there is of the contacts, and of those that have become part of them; scrub after the commit. The id of one
 * that is part of another takes nothing.
 */
export function erasure(ids: readonly string[], agentId: string | null): Statement[] {
  if (ids.length === 0) return [];
  if (agentId === null) throw new Error("the directory holds no contacts");
  const named = sql`WITH RECURSIVE person(id) AS (
      SELECT c.id FROM ${rowsOfJson(ids)} AS j CROSS JOIN contacts AS c ON c.agent_id = ${agentId} AND c.id = j.value
      UNION SELECT m.from_id FROM person CROSS JOIN merges AS m ON m.agent_id = ${agentId} AND m.into_id = person.id AND m.undone_at IS NULL)
    SELECT id FROM person`;
  const ofLinked = ({ table, column }: (typeof linked)[number]) =>
    sql`DELETE FROM ${raw(table)} WHERE agent_id = ${agentId} AND ${raw(column)} IN (${named})`;
  return [
    sql`DELETE FROM poison WHERE agent_id = ${agentId} AND (channel, account, sender_id) IN
      (SELECT channel, account, external_id FROM identities WHERE agent_id = ${agentId} AND contact_id IN (${named}))`,
    sql`DELETE FROM readings WHERE agent_id = ${agentId} AND message_id IN
      (SELECT id FROM messages WHERE agent_id = ${agentId} AND contact_id IN (${named}))`,
    stagedRows(agentId, named),
    ...linked.map(ofLinked),
    ...owned.map((name) => sql`DELETE FROM ${raw(tables[name].name)} WHERE agent_id = ${agentId} AND contact_id IN (${named})`),
    sql`DELETE FROM outbox WHERE agent_id = ${agentId} AND EXISTS (SELECT 1 FROM json_each(payload) AS p WHERE p.value IN (${named}))`,
    // The key goes on answering that it is gone. A row replaced leaves nothing behind, a row updated may.
    sql`REPLACE INTO remembered(agent_id, key_hash, request_hash, contact_id, status, body, created_at)
      SELECT agent_id, key_hash, request_hash, NULL, 410, NULL, created_at FROM remembered WHERE agent_id = ${agentId} AND contact_id IN (${named})`,
    // Last, since they tell who has become part of whom.
    sql`DELETE FROM merges WHERE agent_id = ${agentId} AND id IN (
      SELECT m.id FROM (${named}) AS p CROSS JOIN merges AS m ON m.agent_id = ${agentId} AND m.into_id = p.id
      UNION SELECT m.id FROM (${named}) AS p CROSS JOIN merges AS m ON m.agent_id = ${agentId} AND m.from_id = p.id)`,
    sql`DELETE FROM contacts WHERE agent_id = ${agentId} AND id IN (SELECT value FROM ${rowsOfJson(ids)})`,
  ];
}

/**
 * Rows of files that wait to be applied, in which one of their addresses is written: an e-mail as it is, a phone by its last
 * digits, however they are grouped. Reads all such rows, of which there are seldom any.
 */
function stagedRows(agentId: string, named: Statement): Statement {
  const digits = ["' '", "'-'", "'('", "')'", "'.'"].reduce((text, mark) => `replace(${text}, ${mark}, '')`, 'r."values"');
  return sql`DELETE FROM import_rows WHERE agent_id = ${agentId} AND "values" IS NOT NULL AND (import_id, line) IN (
    SELECT r.import_id, r.line FROM imports AS i CROSS JOIN import_rows AS r ON r.agent_id = i.agent_id AND r.import_id = i.id
    CROSS JOIN addresses AS a INDEXED BY addresses_by_contact ON a.agent_id = i.agent_id AND a.contact_id IN (${named})
    WHERE i.agent_id = ${agentId} AND i.state <> 'applied' AND r."values" IS NOT NULL
      AND CASE a.kind WHEN 'email' THEN instr(lower(r."values"), lower(a.value)) > 0 ELSE instr(${raw(digits)}, a.like_key) > 0 END)`;
}

/** A row for each contact that exists: its id, and what there is of it by table as a JSON object. */
function count(agentId: string, ids: readonly string[]): Statement {
  const of = (name: string, from: string) => raw(`'${name}', (SELECT count(*) FROM ${from} WHERE t.agent_id = c.agent_id AND t.contact_id = c.id)`);
  const ofLinked = (name: string, table: string, ...columns: string[]) => {
    const sums = columns.map((column) => `(SELECT count(*) FROM ${table} AS t WHERE t.agent_id = c.agent_id AND t.${column} = c.id)`);
    return raw(`'${name}', ${sums.join(" + ")}`);
  };
  const parts = [
    raw("'contacts', 1"),
    ...owned.map((name) => of(name, `${tables[name].name} AS t`)),
    of("readings", "messages AS t CROSS JOIN readings AS r ON r.agent_id = t.agent_id AND r.message_id = t.id"),
    of("idempotency", "remembered AS t"),
    ofLinked("proposals", "proposals", "contact_id", "other_id"),
    ofLinked("merges", "merges", "into_id", "from_id"),
    ofLinked("importRows", "import_rows", "contact_id"),
    ofLinked("posts", "posts", "contact_id"),
    raw(
      "'outbox', (SELECT count(*) FROM outbox AS o WHERE o.agent_id = c.agent_id AND EXISTS (SELECT 1 FROM json_each(o.payload) AS p WHERE p.value = c.id))",
    ),
  ];
  const object = raw(parts.map((part) => part.sql).join(", "));
  return sql`SELECT c.id, json_object(${object}) FROM contacts AS c WHERE c.agent_id = ${agentId} AND c.id IN (SELECT value FROM ${rowsOfJson(ids)})`;
}

function toCounts(text: string): Record<string, number> {
  // The statement above makes an object of counts.
  return JSON.parse(text) as Record<string, number>;
}

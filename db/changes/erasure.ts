import type { TableName } from "#core/model/tables.ts";
import type { OnErase } from "../data-policy.ts";
import { raw, rowsOfJson, type Statement, sql } from "../sql.ts";
import type { Tenant } from "../stores/tenant.ts";
import { column, tableNames, tables } from "../tables.ts";
import { countRows } from "./erasure-counts.ts";
import { personIds, postIdsAbout } from "./person.ts";

/** Everything in one commit, `beside` first, whose guards look at what is erased; then the files are scrubbed, so that no page of the log or of the past holds a word of it. */
export async function eraseContacts(
  tenant: Tenant,
  ids: readonly string[],
  beside: readonly Statement[] = [],
): Promise<Map<string, Record<string, number>>> {
  if (ids.length === 0) return new Map();
  const { agentId, connection } = tenant;
  const [counted = []] = await connection.write([countRows(agentId, ids), ...beside, ...erasure(ids, agentId)], true);
  await connection.scrub();
  return new Map(counted.map(([id, text]) => [String(id), toCounts(String(text))]));
}

function toCounts(text: string): Record<string, number> {
  // `countRows` makes an object of counts.
  return JSON.parse(text) as Record<string, number>;
}

/** What one kind of erasure does to a table; `persons` is a SELECT of the contacts, also of those merged into them. */
type Erase = (name: TableName, agentId: string, persons: Statement, ids: readonly string[]) => Statement[];

const from = (name: TableName) => raw(`DELETE FROM ${tables[name].name}`);

/** In the order in which they run: what is found by other rows goes before them, and merges, which tell who is part of whom, late. */
const erasures: Record<OnErase, Erase> = {
  keep: () => [],
  // Whoever restores an older backup learns from it whom to delete again.
  record: (name, agentId, persons) => [
    sql`INSERT OR IGNORE INTO ${raw(tables[name].name)}(agent_id, erased_id, erased_at)
      SELECT ${agentId}, id, CAST(unixepoch('subsec') * 1000 AS INTEGER) FROM (${persons})`,
  ],
  delete_with_sender: (name, agentId, persons) => [
    sql`${from(name)} WHERE agent_id = ${agentId} AND (channel, account, sender_id) IN
      (SELECT channel, account, external_id FROM identities WHERE agent_id = ${agentId} AND contact_id IN (${persons}))`,
  ],
  delete_with_message: (name, agentId, persons) => [
    sql`${from(name)} WHERE agent_id = ${agentId} AND message_id IN
      (SELECT id FROM messages WHERE agent_id = ${agentId} AND contact_id IN (${persons}))`,
  ],
  delete_if_written: (name, agentId, persons) => [stagedRows(agentId, persons), ...deleteNamed(name, agentId, persons)],
  delete_posts: (name, agentId, persons) => [sql`${from(name)} WHERE agent_id = ${agentId} AND id IN (${postIdsAbout(agentId, persons)})`],
  delete: deleteNamed,
  delete_effects: (name, agentId, persons) => [
    sql`${from(name)} WHERE agent_id = ${agentId} AND EXISTS (SELECT 1 FROM json_each(payload) AS p WHERE p.value IN (${persons}))`,
  ],
  // A row that is replaced leaves nothing behind in the file, a row that is updated may.
  answer_gone: (name, agentId, persons) => [
    sql`REPLACE INTO ${raw(tables[name].name)}(agent_id, key_hash, request_hash, owner_id, contact_id, status, body, created_at)
      SELECT agent_id, key_hash, request_hash, owner_id, NULL, 410, NULL, created_at FROM ${raw(tables[name].name)}
      WHERE agent_id = ${agentId} AND contact_id IN (${persons})`,
  ],
  delete_merges: (name, agentId, persons) => [
    sql`${from(name)} WHERE agent_id = ${agentId} AND id IN (
      SELECT m.id FROM (${persons}) AS p CROSS JOIN merges AS m ON m.agent_id = ${agentId} AND m.into_id = p.id
      UNION SELECT m.id FROM (${persons}) AS p CROSS JOIN merges AS m ON m.agent_id = ${agentId} AND m.from_id = p.id)`,
  ],
  delete_contact: (name, agentId, _, ids) => [sql`${from(name)} WHERE agent_id = ${agentId} AND id IN (SELECT value FROM ${rowsOfJson(ids)})`],
};

// The keys are exactly the kinds of erasure; their order is that of the declaration.
const kinds = Object.keys(erasures) as OnErase[];
const childrenFirst = tableNames.toReversed();
const plan = kinds.flatMap((kind) => childrenFirst.filter((name) => tables[name].policy.erase === kind));

/**
 * The statements that delete all that there is of the contacts, and of those that have become part of them, as the policy of
 * each table says; scrub after the commit.
 */
export function erasure(ids: readonly string[], agentId: string | null): Statement[] {
  if (ids.length === 0) return [];
  if (agentId === null) throw new Error("the directory holds no contacts");
  const persons = personIds(agentId, ids);
  return plan.flatMap((name) => erasures[tables[name].policy.erase](name, agentId, persons, ids));
}

function deleteNamed(name: TableName, agentId: string, persons: Statement): Statement[] {
  return tables[name].policy.contactColumns.map((named) => sql`${from(name)} WHERE agent_id = ${agentId} AND ${raw(column(named))} IN (${persons})`);
}

/**
 * Rows of files that wait to be applied, in which one of their addresses is written: an e-mail as it is, a phone by its last
 * digits, however they are grouped. Of a domain that is not of ASCII alone there are two forms, and the part before it tells. Reads all such rows, of which there are seldom any.
 */
function stagedRows(agentId: string, persons: Statement): Statement {
  const digits = ["' '", "'-'", "'('", "')'", "'.'"].reduce((text, mark) => `replace(${text}, ${mark}, '')`, 'r."values"');
  return sql`DELETE FROM import_rows WHERE agent_id = ${agentId} AND "values" IS NOT NULL AND (import_id, line) IN (
    SELECT r.import_id, r.line FROM imports AS i CROSS JOIN import_rows AS r ON r.agent_id = i.agent_id AND r.import_id = i.id
    CROSS JOIN addresses AS a INDEXED BY addresses_by_contact ON a.agent_id = i.agent_id AND a.contact_id IN (${persons})
    WHERE i.agent_id = ${agentId} AND i.state <> 'applied' AND r."values" IS NOT NULL
      AND CASE WHEN a.kind = 'email' AND instr(a.value, 'xn--') > 0 THEN instr(lower(r."values"), lower(substr(a.value, 1, instr(a.value, '@')))) > 0
        WHEN a.kind = 'email' THEN instr(lower(r."values"), lower(a.value)) > 0 ELSE instr(${raw(digits)}, a.like_key) > 0 END)`;
}

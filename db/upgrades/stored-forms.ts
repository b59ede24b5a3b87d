import { addressForms, contactForms, storedFormsVersion } from "#core/rules/text/stored-forms.ts";
import { foldText } from "#core/rules/text/text.ts";
import { type Connection, type Row, rowsOf } from "../connection.ts";
import { yieldToEventLoop } from "../event-loop.ts";
import { makeTable } from "../small-table.ts";
import { raw, rowsOfJson, type SqlValue, sql } from "../sql.ts";

const chunk = 2_000;
/** Labels whose folded name is unique for an agent: one that has become another's stays as it is. */
const labels = ["tags", "segments", "templates"] as const;

/**
 * Brings the folded names, search texts and addresses of a database up to those that the rules make today. Does nothing when they
 * are; interrupted, it begins anew, and what is up to date already is only read. `onUpgrade` is called before it begins on a
 * database that has contacts.
 */
export async function refreshStoredForms(connection: Connection, onUpgrade: () => void = () => {}): Promise<void> {
  await makeTable(connection, "stored_forms", "version INTEGER NOT NULL");
  const [[held = 0] = []] = await rowsOf(connection, raw("SELECT max(version) FROM stored_forms"));
  if (Number(held ?? 0) >= storedFormsVersion) return;
  if ((await rowsOf(connection, raw("SELECT 1 FROM contacts LIMIT 1"))).length > 0) onUpgrade();
  await refreshContacts(connection);
  await refreshAddresses(connection);
  for (const table of labels) await refreshLabels(connection, table);
  await connection.write([raw("DELETE FROM stored_forms"), sql`INSERT INTO stored_forms(version) VALUES (${storedFormsVersion})`]);
}

async function refreshContacts(connection: Connection): Promise<void> {
  const next = (after: SqlValue) =>
    sql`SELECT row, name, email, phone, name_key, search_text FROM contacts WHERE row > ${after} ORDER BY row LIMIT ${chunk}`;
  for (let rows = await rowsOf(connection, next(-1)); rows.length > 0; rows = await rowsOf(connection, next(rows.at(-1)?.[0] ?? null))) {
    await yieldToEventLoop();
    const changed = rows.flatMap(([row, name, email, phone, nameKey, searchText]) => {
      const forms = contactForms({ name: textOf(name), email: textOf(email), phone: textOf(phone) });
      return forms.nameKey === nameKey && forms.searchText === searchText ? [] : [[row, forms.nameKey, forms.searchText]];
    });
    if (changed.length === 0) continue;
    await connection.write([
      sql`UPDATE contacts SET name_key = j.value->>1, search_text = j.value->>2 FROM ${rowsOfJson(changed)} AS j WHERE contacts.row = j.value->>0`,
    ]);
  }
}

/** An address that another row of the contact has in its new form already joins that row. */
async function refreshAddresses(connection: Connection): Promise<void> {
  const next = ([agentId = "", kind = "", value = "", contactId = ""]: Row) =>
    sql`SELECT agent_id, kind, value, contact_id, like_key FROM addresses
      WHERE (agent_id, kind, value, contact_id) > (${agentId}, ${kind}, ${value}, ${contactId}) ORDER BY agent_id, kind, value, contact_id LIMIT ${chunk}`;
  for (let rows = await rowsOf(connection, next([])); rows.length > 0; rows = await rowsOf(connection, next(rows.at(-1) ?? []))) {
    await yieldToEventLoop();
    const changed = rows.flatMap(([agentId, kind, value, contactId, likeKey]) => {
      const forms = addressForms(kind === "email" ? "email" : "phone", String(value));
      return forms.value === value && forms.likeKey === likeKey ? [] : [[agentId, kind, value, contactId, forms.value, forms.likeKey]];
    });
    if (changed.length === 0) continue;
    const old = sql`${rowsOfJson(changed)} AS j CROSS JOIN addresses AS a
      ON a.agent_id = j.value->>0 AND a.kind = j.value->>1 AND a.value = j.value->>2 AND a.contact_id = j.value->>3`;
    await connection.write([
      sql`INSERT INTO addresses (agent_id, contact_id, kind, value, like_key, verified)
        SELECT a.agent_id, a.contact_id, a.kind, j.value->>4, j.value->>5, a.verified FROM ${old} WHERE true
        ON CONFLICT (agent_id, kind, value, contact_id) DO UPDATE SET like_key = excluded.like_key, verified = max(verified, excluded.verified)`,
      sql`DELETE FROM addresses WHERE (agent_id, kind, value, contact_id) IN (
        SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3 FROM ${rowsOfJson(changed)} AS j WHERE j.value->>2 <> j.value->>4)`,
    ]);
  }
}

async function refreshLabels(connection: Connection, table: (typeof labels)[number]): Promise<void> {
  const rows = await rowsOf(connection, raw(`SELECT agent_id, id, name, name_key FROM ${table}`));
  const changed = rows.flatMap(([agentId, id, name, nameKey]) => {
    const folded = foldText(String(name));
    return folded === nameKey ? [] : [[agentId, id, folded]];
  });
  if (changed.length === 0) return;
  await connection.write([
    sql`UPDATE OR IGNORE ${raw(table)} SET name_key = j.value->>2 FROM ${rowsOfJson(changed)} AS j
      WHERE ${raw(table)}.agent_id = j.value->>0 AND ${raw(table)}.id = j.value->>1`,
  ]);
}

function textOf(value: SqlValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}

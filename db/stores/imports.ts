import type { ImportStore, NoteText } from "#core/ports/import-store.ts";
import { rowsOf } from "../connection.ts";
import { readPage } from "../lists/cursor.ts";
import { decoder, selection } from "../rows.ts";
import { raw, rowsOfJson, sql } from "../sql.ts";
import { find, findOne, type Tenant } from "./tenant.ts";

export function importStore(tenant: Tenant): ImportStore {
  return {
    find: (id) => findOne(tenant, "imports", sql`id = ${id}`),
    list: (page) =>
      readPage(
        page,
        (after, limit) => {
          const older = after ? sql`(created_at, id) < (${after[0]}, ${after[1]})` : sql`true`;
          return find(tenant, "imports", sql`${older} ORDER BY created_at DESC, id DESC LIMIT ${limit}`);
        },
        (file) => [file.createdAt, file.id],
      ),
    scan: (importId, after, limit) => find(tenant, "importRows", sql`import_id = ${importId} AND line > ${after} ORDER BY line LIMIT ${limit}`),
    rows: (importId, { outcome }, page) =>
      readPage(
        page,
        (after, limit) => {
          const later = after ? sql` AND line > ${after[0]}` : sql``;
          const only = outcome ? sql` AND outcome = ${outcome}` : sql``;
          return find(tenant, "importRows", sql`import_id = ${importId}${later}${only} ORDER BY line LIMIT ${limit}`);
        },
        (row) => [row.line, ""],
      ),
    abandoned: (before) => find(tenant, "imports", sql`state = 'staging' AND updated_at < ${before}`),
    eraseRows: (importId, limit) => eraseRows(tenant, importId, limit),
    identitiesOf: async (contactIds) => {
      const named = sql`${rowsOfJson(contactIds)} AS j CROSS JOIN identities AS t ON t.agent_id = ${tenant.agentId} AND t.contact_id = j.value`;
      return (await rowsOf(tenant.connection, sql`SELECT ${raw(selection("identities", "t"))} FROM ${named}`)).map(decoder("identities"));
    },
    declaredBy: (addresses, limit) => declaredBy(tenant, addresses, limit),
    notesAmong: (notes) => notesAmong(tenant, notes),
  };
}

async function eraseRows({ connection, agentId }: Tenant, importId: string, limit: number): Promise<number> {
  const [, counted = []] = await connection.write([
    sql`DELETE FROM import_rows WHERE agent_id = ${agentId} AND import_id = ${importId} AND line IN
      (SELECT line FROM import_rows WHERE agent_id = ${agentId} AND import_id = ${importId} ORDER BY line LIMIT ${limit})`,
    sql`SELECT changes()`,
  ]);
  return Number(counted[0]?.[0] ?? 0);
}

async function declaredBy({ connection, agentId }: Tenant, addresses: Parameters<ImportStore["declaredBy"]>[0], limit: number) {
  if (addresses.length === 0) return [];
  const rows = await rowsOf(
    connection,
    sql`SELECT j.key, (SELECT json_group_array(contact_id) FROM (SELECT t.contact_id FROM addresses AS t
        WHERE t.agent_id = ${agentId} AND t.kind = j.value->>0 AND t.value = j.value->>1 AND t.verified = 0 LIMIT ${limit}))
      FROM ${rowsOfJson(addresses.map(({ kind, value }) => [kind, value]))} AS j`,
  );
  return rows.flatMap(([at, ids]) => {
    const address = addresses[Number(at)];
    // json_group_array of a text column.
    const contactIds = JSON.parse(String(ids)) as string[];
    return address && contactIds.length > 0 ? [{ kind: address.kind, value: address.value, contactIds }] : [];
  });
}

async function notesAmong({ connection, agentId }: Tenant, notes: readonly NoteText[]): Promise<NoteText[]> {
  const asked = rowsOfJson(notes.map(({ contactId, text }) => [contactId, text]));
  const rows = await rowsOf(
    connection,
    sql`SELECT DISTINCT t.contact_id, t.text FROM ${asked} AS j
      CROSS JOIN notes AS t ON t.agent_id = ${agentId} AND t.contact_id = j.value->>0 AND t.text = j.value->>1`,
  );
  return rows.map(([contactId, text]) => ({ contactId: String(contactId), text: String(text) }));
}

import type { ComparedPerson } from "#core/model/people/merge.ts";
import type { AddressKey, Shared, Sharing } from "#core/ports/people-store.ts";
import { type Row, rowsOf } from "../connection.ts";
import { decoder, selection } from "../rows.ts";
import { raw, rowsOfJson, type SqlValue, sql } from "../sql.ts";
import type { Tenant } from "./tenant.ts";

/** By the primary key and the index of likeness alone: so many steps for each address, however many contacts have it. */
export async function sharing({ connection, agentId }: Tenant, addresses: readonly AddressKey[], limit: number): Promise<Sharing[]> {
  if (addresses.length === 0) return [];
  const asked = rowsOfJson(addresses.map(({ kind, value, likeKey }) => [kind, value, likeKey]));
  const same = sql`SELECT DISTINCT contact_id FROM addresses WHERE agent_id = ${agentId} AND kind = j.value->>0 AND value = j.value->>1 LIMIT ${limit}`;
  const like = sql`SELECT DISTINCT contact_id FROM addresses INDEXED BY addresses_by_likeness
    WHERE agent_id = ${agentId} AND kind = j.value->>0 AND like_key = j.value->>2 AND like_key <> '' LIMIT ${limit}`;
  const [holders = [], likes = []] = await connection.read(
    [same, like].map(
      (ids) => sql`SELECT j.key, c.id, c.created_at, c.name_key FROM ${asked} AS j
        CROSS JOIN contacts AS c INDEXED BY contacts_by_id ON c.agent_id = ${agentId} AND c.id IN (${ids})`,
    ),
  );
  return [...holders.map((row) => toSharing(row, true)), ...likes.map((row) => toSharing(row, false))];
}

function toSharing([at, id, createdAt, nameKey]: Row, isSame: boolean): Sharing {
  return { at: Number(at), isSame, who: { id: String(id), createdAt: Number(createdAt), nameKey: String(nameKey) } };
}

export async function people({ connection, agentId }: Tenant, ids: readonly string[]): Promise<ComparedPerson[]> {
  if (ids.length === 0) return [];
  const named = sql`${rowsOfJson(ids)} AS j`;
  const undone = raw("undone_at IS NOT NULL");
  const [contacts = [], addresses = [], identities = [], undoneFrom = [], undoneInto = []] = await connection.read([
    sql`SELECT c.id, c.created_at, c.name_key FROM ${named} CROSS JOIN contacts AS c INDEXED BY contacts_by_id ON c.agent_id = ${agentId} AND c.id = j.value`,
    sql`SELECT ${raw(selection("addresses", "a"))} FROM ${named} CROSS JOIN addresses AS a INDEXED BY addresses_by_contact ON a.agent_id = ${agentId} AND a.contact_id = j.value`,
    sql`SELECT ${raw(selection("identities", "i"))} FROM ${named} CROSS JOIN identities AS i INDEXED BY identities_by_contact ON i.agent_id = ${agentId} AND i.contact_id = j.value`,
    sql`SELECT j.value, m.into_id FROM ${named} CROSS JOIN merges AS m INDEXED BY merges_by_from ON m.agent_id = ${agentId} AND m.from_id = j.value AND ${undone}`,
    sql`SELECT j.value, m.from_id FROM ${named} CROSS JOIN merges AS m INDEXED BY merges_by_into ON m.agent_id = ${agentId} AND m.into_id = j.value AND ${undone}`,
  ]);
  const addressesOf = Map.groupBy(addresses.map(decoder("addresses")), ({ contactId }) => contactId);
  const identitiesOf = Map.groupBy(identities.map(decoder("identities")), ({ contactId }) => contactId);
  const apartOf = Map.groupBy([...undoneFrom, ...undoneInto], ([id]) => String(id));
  return contacts.map(([id, createdAt, nameKey]) => ({
    id: String(id),
    createdAt: Number(createdAt),
    nameKey: String(nameKey),
    addresses: addressesOf.get(String(id)) ?? [],
    identities: identitiesOf.get(String(id)) ?? [],
    apart: (apartOf.get(String(id)) ?? []).map(([, other]) => String(other)),
  }));
}

/** Where more addresses are shared than asked for, the range ends with the last contact whose addresses are all there. */
export async function sharedAfter({ connection, agentId }: Tenant, after: string | null, limit: number, most: number): Promise<Shared> {
  const next = sql`SELECT id FROM contacts INDEXED BY contacts_by_id WHERE agent_id = ${agentId} AND id > ${after ?? ""} ORDER BY id LIMIT ${limit}`;
  const [[range] = [], rows = []] = await connection.read([
    sql`SELECT max(id), count(*) FROM (${next})`,
    sql`SELECT ${raw(selection("addresses", "a"))} FROM (${next}) AS n
      CROSS JOIN addresses AS a INDEXED BY addresses_by_contact ON a.agent_id = ${agentId} AND a.contact_id = n.id
      WHERE a.like_key <> '' AND EXISTS (SELECT 1 FROM addresses AS b INDEXED BY addresses_by_likeness
        WHERE b.agent_id = ${agentId} AND b.kind = a.kind AND b.like_key = a.like_key AND b.contact_id <> a.contact_id)
      LIMIT ${most + 1}`,
  ]);
  const shared = rows.map(decoder("addresses"));
  const whole = { addresses: shared, last: textOrNull(range?.[0]), looked: Number(range?.[1] ?? 0) };
  if (shared.length <= most) return whole;
  const cut = shared.filter(({ contactId }) => contactId !== shared.at(-1)?.contactId);
  const last = cut.at(-1)?.contactId;
  // One contact has more of them than that: they are taken as they are.
  if (last === undefined) return { ...whole, last: shared[0]?.contactId ?? null, looked: 1 };
  const [[looked] = []] = await rowsOf(connection, sql`SELECT count(*) FROM (${next}) WHERE id <= ${last}`);
  return { addresses: cut, last, looked: Number(looked) };
}

function textOrNull(value: SqlValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

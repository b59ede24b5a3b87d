import { movedTables } from "#core/model/merge.ts";
import type { ConsentStore, MergeStore, ProposalStore } from "#core/ports/people-store.ts";
import { rowsOf } from "../connection.ts";
import { decoder, selection, width } from "../rows.ts";
import { join, raw, rowsOfJson, sql } from "../sql.ts";
import { tables } from "../tables.ts";
import { readPage } from "./cursor.ts";
import { find, findOne, type Tenant } from "./tenant.ts";

export function consentStore(tenant: Tenant): ConsentStore {
  return { ofContact: (contactId) => find(tenant, "consents", sql`contact_id = ${contactId} ORDER BY at, id`) };
}

const counted = ["conversations", "messages", "deliveries", "contactTags", ...movedTables] as const;

export function mergeStore(tenant: Tenant): MergeStore {
  const { agentId } = tenant;
  return {
    find: (id) => findOne(tenant, "merges", sql`id = ${id}`),
    of: (fromId) => findOne(tenant, "merges", sql`from_id = ${fromId} AND undone_at IS NULL`),
    into: (intoId) => find(tenant, "merges", sql`into_id = ${intoId} AND undone_at IS NULL ORDER BY at, id`),
    history: (contactId) => find(tenant, "merges", sql`(from_id = ${contactId} OR into_id = ${contactId}) ORDER BY at DESC, id DESC`),
    counts: async (contactId) => {
      const parts = counted.map(
        (name) => sql`SELECT ${name}, count(*) FROM ${raw(tables[name].name)} WHERE agent_id = ${agentId} AND contact_id = ${contactId}`,
      );
      return Object.fromEntries((await rowsOf(tenant.connection, join(parts, " UNION ALL "))).map(([name, count]) => [String(name), Number(count)]));
    },
    rowsOf: async (contactId) => {
      const results = await tenant.connection.read(
        movedTables.map(
          (name) => sql`SELECT id FROM ${raw(tables[name].name)} WHERE agent_id = ${agentId} AND contact_id = ${contactId} ORDER BY id`,
        ),
      );
      const idsOf = (at: number) => (results[at] ?? []).map(([id]) => String(id));
      const [identities, actions, adjustments, stageChanges, edits, transitions, notes, consents] = movedTables.map((_, at) => idsOf(at));
      return {
        identities: identities ?? [],
        actions: actions ?? [],
        adjustments: adjustments ?? [],
        stageChanges: stageChanges ?? [],
        edits: edits ?? [],
        transitions: transitions ?? [],
        notes: notes ?? [],
        consents: consents ?? [],
      };
    },
  };
}

export function proposalStore(tenant: Tenant): ProposalStore {
  const { agentId } = tenant;
  const decodeAddress = decoder("addresses");
  const decodeContact = decoder("contacts");
  return {
    find: (id) => findOne(tenant, "proposals", sql`id = ${id}`),
    list: ({ kind, state, contactId }, page) => {
      const conditions = [
        ...(kind ? [sql`kind = ${kind}`] : []),
        ...(state ? [sql`state = ${state}`] : []),
        ...(contactId ? [sql`(contact_id = ${contactId} OR other_id = ${contactId})`] : []),
      ];
      return readPage(
        page,
        (after, limit) => {
          const older = after ? [sql`(created_at, id) < (${after[0]}, ${after[1]})`] : [];
          const all = [...conditions, ...older];
          return find(tenant, "proposals", sql`${all.length > 0 ? join(all, " AND ") : sql`true`} ORDER BY created_at DESC, id DESC LIMIT ${limit}`);
        },
        (proposal) => [proposal.createdAt, proposal.id],
      );
    },
    withKeys: (keys) => find(tenant, "proposals", sql`key IN (SELECT value FROM ${rowsOfJson(keys)})`),
    openOf: (ids) => {
      const named = sql`SELECT value FROM ${rowsOfJson(ids)}`;
      return find(tenant, "proposals", sql`state = 'open' AND (contact_id IN (${named}) OR other_id IN (${named}))`);
    },
    alike: async (keys, limit) => {
      const columns = raw(`${selection("addresses", "a")}, ${selection("contacts", "c")}`);
      const asked = keys.map(({ kind, likeKey }) => [kind, likeKey]);
      const rows = await rowsOf(
        tenant.connection,
        sql`SELECT ${columns} FROM ${rowsOfJson(asked)} AS j
          CROSS JOIN addresses AS a ON a.agent_id = ${agentId} AND a.kind = j.value->>0 AND a.like_key = j.value->>1
            AND a.contact_id IN (SELECT contact_id FROM addresses WHERE agent_id = ${agentId} AND kind = j.value->>0 AND like_key = j.value->>1 LIMIT ${limit})
          CROSS JOIN contacts AS c ON c.agent_id = ${agentId} AND c.id = a.contact_id`,
      );
      return rows.map((row) => ({ address: decodeAddress(row), contact: decodeContact(row.slice(width("addresses"))) }));
    },
    sharedKeys: async (after, limit) => {
      const later = after ? sql` AND (kind, like_key) > (${after.kind}, ${after.likeKey})` : raw("");
      const rows = await rowsOf(
        tenant.connection,
        sql`SELECT kind, like_key FROM addresses INDEXED BY addresses_by_likeness WHERE agent_id = ${agentId}${later}
          GROUP BY kind, like_key HAVING count(*) > 1 ORDER BY kind, like_key LIMIT ${limit}`,
      );
      return rows.map(([kind, likeKey]) => ({ kind: kind === "email" ? "email" : "phone", likeKey: String(likeKey) }));
    },
  };
}

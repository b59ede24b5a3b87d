import { proposalStates } from "#core/model/people/merge.ts";
import type { TableName } from "#core/model/tables.ts";
import { unsureFindings } from "#core/model/vocabulary.ts";
import type { ConsentStore, MergeStore, ProposalStore, SuppressionStore } from "#core/ports/people-store.ts";
import { rowsOf } from "../connection.ts";
import { readPage } from "../lists/cursor.ts";
import { type RecordOrder, recordPage } from "../lists/record-page.ts";
import { join, raw, rowsOfJson, sql } from "../sql.ts";
import { tableNames, tables } from "../tables.ts";
import { people, sharedAfter, sharing } from "./sharing.ts";
import { find, findOne, type Tenant } from "./tenant.ts";

const consentsByTime: RecordOrder<"consents"> = { columns: ["at", "id"], positionOf: (consent) => [consent.at, consent.id] };
const mergesByTime: RecordOrder<"merges"> = { columns: ["at", "id"], positionOf: (merge) => [merge.at, merge.id], descending: true };

export function consentStore(tenant: Tenant): ConsentStore {
  return {
    ofContact: (contactId) => find(tenant, "consents", sql`contact_id = ${contactId} ORDER BY at, id`),
    pageOfContact: (contactId, page) => recordPage(tenant, "consents", consentsByTime, page, sql`contact_id = ${contactId}`),
  };
}

export function suppressionStore(tenant: Tenant): SuppressionStore {
  return { find: (hashes) => find(tenant, "suppressions", sql`hash IN (SELECT value FROM ${rowsOfJson(hashes)})`) };
}

const policyOf = (name: TableName) => tables[name].policy;
const movedTables = tableNames.filter((name) => policyOf(name).merge === "move");
/** What a merge brings along, readings apart, which go with their messages. */
const counted = tableNames.filter((name) => ["move", "follow", "unite"].includes(policyOf(name).merge) && policyOf(name).move !== "messageId");

export function mergeStore(tenant: Tenant): MergeStore {
  const { agentId } = tenant;
  return {
    find: (id) => findOne(tenant, "merges", sql`id = ${id}`),
    of: (fromId) => findOne(tenant, "merges", sql`from_id = ${fromId} AND undone_at IS NULL`),
    into: (intoId) => find(tenant, "merges", sql`into_id = ${intoId} AND undone_at IS NULL ORDER BY at, id`),
    history: (contactId) => find(tenant, "merges", sql`(from_id = ${contactId} OR into_id = ${contactId}) ORDER BY at DESC, id DESC`),
    historyPage: (contactId, page) => recordPage(tenant, "merges", mergesByTime, page, sql`(from_id = ${contactId} OR into_id = ${contactId})`),
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
      return Object.fromEntries(movedTables.map((name, at) => [name, (results[at] ?? []).map(([id]) => String(id))]));
    },
  };
}

export function proposalStore(tenant: Tenant): ProposalStore {
  const { agentId } = tenant;
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
    questionsSince: async (at) => {
      // Naming every state lets the index by state and time answer.
      const asked = sql`state IN (SELECT value FROM ${rowsOfJson(proposalStates)}) AND created_at >= ${at}`;
      const questions = sql`kind IN (SELECT value FROM ${rowsOfJson(unsureFindings)})`;
      const [[count] = []] = await rowsOf(
        tenant.connection,
        sql`SELECT count(*) FROM proposals WHERE agent_id = ${agentId} AND ${asked} AND ${questions}`,
      );
      return Number(count ?? 0);
    },
    openOf: (ids) => {
      const named = sql`SELECT value FROM ${rowsOfJson(ids)}`;
      const of = (column: "contact_id" | "other_id", index: string) =>
        sql`SELECT id FROM proposals INDEXED BY ${raw(index)} WHERE agent_id = ${agentId} AND ${raw(column)} IN (${named})`;
      const naming = sql`${of("contact_id", "proposals_by_contact")} UNION ${of("other_id", "proposals_by_other")}`;
      return find(tenant, "proposals", sql`+state = 'open' AND id IN (${naming})`);
    },
    sharing: (addresses, limit) => sharing(tenant, addresses, limit),
    people: (ids) => people(tenant, ids),
    sharedAfter: (after, limit, most) => sharedAfter(tenant, after, limit, most),
  };
}

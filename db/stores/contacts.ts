import type { HitRecord } from "#core/model/records.ts";
import type { ContactStore } from "#core/ports/store.ts";
import { eraseContacts } from "../changes/erasure.ts";
import { toStatements } from "../changes/statements.ts";
import { rowsOf } from "../connection.ts";
import { countContacts, listContacts } from "../lists/contact-list.ts";
import { existingContacts, walkContacts } from "../lists/contact-walk.ts";
import { decoder, selection } from "../rows.ts";
import { raw, rowsOfJson, sql } from "../sql.ts";
import { csvOf } from "./csv.ts";
import { facts, factsOfMany } from "./facts.ts";
import { pipelineOf } from "./pipeline.ts";
import { find, findOne, type Tenant } from "./tenant.ts";

export function contactStore(tenant: Tenant): ContactStore {
  return {
    find: (id) => findOne(tenant, "contacts", sql`id = ${id}`),
    findMany: (ids) => find(tenant, "contacts", sql`id IN (SELECT value FROM ${rowsOfJson(ids)})`),
    holderOf: async (kind, value) =>
      (await findOne(tenant, "addresses", sql`kind = ${kind} AND value = ${value} AND verified = 1 ORDER BY contact_id`))?.contactId ?? null,
    due: (now, limit) => find(tenant, "contacts", sql`review_at <= ${now} ORDER BY review_at LIMIT ${limit}`),
    outdated: (settingsVersion, limit) =>
      find(tenant, "contacts", sql`settings_version < ${settingsVersion} ORDER BY settings_version LIMIT ${limit}`),
    ofOlderRules: (rulesVersion, limit) => find(tenant, "contacts", sql`rules_version < ${rulesVersion} ORDER BY rules_version LIMIT ${limit}`),
    facts: (id) => facts(tenant, id),
    factsOfMany: (ids) => factsOfMany(tenant, ids),
    scan: (after, limit) => find(tenant, "contacts", sql`${after === null ? sql`true` : sql`id > ${after}`} ORDER BY id LIMIT ${limit}`),
    hits: (id) => find(tenant, "hits", sql`contact_id = ${id} ORDER BY at, fact_id, signal_id`),
    hitsOfMany: (ids) => hitsOfMany(tenant, ids),
    waits: (id) => find(tenant, "waits", sql`contact_id = ${id} ORDER BY conversation_id, message_id`),
    identities: (id) => find(tenant, "identities", sql`contact_id = ${id} ORDER BY created_at, id`),
    transitions: (id) => find(tenant, "transitions", sql`contact_id = ${id} ORDER BY at, id`),
    list: (filter, sort, page) => listContacts(tenant, filter, sort, page),
    count: (filter) => countContacts(tenant, filter),
    walk: (filter, after, limit) => walkContacts(tenant, filter, after, limit),
    existing: (ids) => existingContacts(tenant, ids),
    csv: (filter, columns) => csvOf(tenant, filter, columns),
    pipeline: () => pipelineOf(tenant),
    erase: (ids, changes) => eraseContacts(tenant, ids, changes ? toStatements(changes, tenant.agentId) : []),
    scrub: () => tenant.connection.scrub(),
  };
}

/** CROSS JOIN keeps the order: from the contacts asked for to their hits. */
async function hitsOfMany({ connection, agentId }: Tenant, ids: readonly string[]): Promise<HitRecord[]> {
  const rows = await rowsOf(
    connection,
    sql`SELECT ${raw(selection("hits", "h"))} FROM ${rowsOfJson(ids)} AS j
      CROSS JOIN hits AS h INDEXED BY hits_by_contact ON h.agent_id = ${agentId} AND h.contact_id = j.value`,
  );
  return rows.map(decoder("hits"));
}

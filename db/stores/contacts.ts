import type { ContactStore, StoredFacts } from "#core/ports/store.ts";
import { decoder, selection } from "../rows.ts";
import { raw, rowsOfJson, sql } from "../sql.ts";
import { tables } from "../tables.ts";
import { countContacts, listContacts } from "./contact-list.ts";
import { existingContacts, walkContacts } from "./contact-walk.ts";
import { csvOf } from "./csv.ts";
import { eraseContacts } from "./erase.ts";
import { toMessage } from "./ingest.ts";
import { messagesOfMany } from "./messages.ts";
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
    facts: (id) => facts(tenant, id),
    factsOfMany: (ids) => factsOfMany(tenant, ids),
    scan: (after, limit) => find(tenant, "contacts", sql`${after === null ? sql`true` : sql`id > ${after}`} ORDER BY id LIMIT ${limit}`),
    hits: (id) => find(tenant, "hits", sql`contact_id = ${id} ORDER BY at, fact_id, signal_id`),
    identities: (id) => find(tenant, "identities", sql`contact_id = ${id} ORDER BY created_at, id`),
    transitions: (id) => find(tenant, "transitions", sql`contact_id = ${id} ORDER BY at, id`),
    list: (filter, sort, page) => listContacts(tenant, filter, sort, page),
    count: (filter) => countContacts(tenant, filter),
    walk: (filter, after, limit) => walkContacts(tenant, filter, after, limit),
    existing: (ids) => existingContacts(tenant, ids),
    csv: (filter, columns) => csvOf(tenant, filter, columns),
    pipeline: () => pipelineOf(tenant),
    erase: (ids) => eraseContacts(tenant, ids),
    scrub: () => tenant.connection.scrub(),
  };
}

const factTables = ["actions", "adjustments", "stageChanges", "edits", "consents"] as const;

async function facts(tenant: Tenant, id: string): Promise<StoredFacts> {
  return (await factsOfMany(tenant, [id])).get(id) ?? noFacts();
}

const noFacts = (): StoredFacts => ({ messages: [], actions: [], adjustments: [], stageChanges: [], edits: [], consents: [] });

/** CROSS JOIN keeps the order: from the contacts asked for to their facts, whatever the statistics say. */
async function factsOfMany(tenant: Tenant, ids: readonly string[]): Promise<Map<string, StoredFacts>> {
  const { agentId } = tenant;
  const asked = rowsOfJson(ids);
  const [messages = [], ...others] = await tenant.connection.read([
    messagesOfMany(tenant, ids),
    ...factTables.map(
      (name) =>
        sql`SELECT ${raw(selection(name, "t"))} FROM ${asked} AS j CROSS JOIN ${raw(tables[name].name)} AS t ON t.agent_id = ${agentId} AND t.contact_id = j.value ORDER BY t.contact_id, t.at, t.id`,
    ),
  ]);
  const found = new Map(ids.map((id) => [id, noFacts()]));
  for (const message of messages.map(toMessage)) found.get(message.contactId)?.messages.push(message);
  const [actions = [], adjustments = [], stageChanges = [], edits = [], consents = []] = others;
  for (const row of actions.map(decoder("actions"))) found.get(row.contactId)?.actions.push(row);
  for (const row of adjustments.map(decoder("adjustments"))) found.get(row.contactId)?.adjustments.push(row);
  for (const row of stageChanges.map(decoder("stageChanges"))) found.get(row.contactId)?.stageChanges.push(row);
  for (const row of edits.map(decoder("edits"))) found.get(row.contactId)?.edits.push(row);
  for (const row of consents.map(decoder("consents"))) found.get(row.contactId)?.consents.push(row);
  return found;
}

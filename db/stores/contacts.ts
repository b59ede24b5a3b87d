import type { ContactStore, StoredFacts } from "#core/ports/store.ts";
import { decoder } from "../rows.ts";
import { rowsOfJson, sql } from "../sql.ts";
import { countContacts, listContacts } from "./contact-list.ts";
import { existingContacts, walkContacts } from "./contact-walk.ts";
import { csvOf } from "./csv.ts";
import { eraseContacts } from "./erase.ts";
import { toMessage } from "./ingest.ts";
import { messagesWhere } from "./messages.ts";
import { pipelineOf } from "./pipeline.ts";
import { find, findOne, selectFrom, type Tenant } from "./tenant.ts";

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

async function facts(tenant: Tenant, id: string): Promise<StoredFacts> {
  const inOrder = sql`contact_id = ${id} ORDER BY at, id`;
  const [messages = [], actions = [], adjustments = [], stageChanges = [], edits = []] = await tenant.connection.read([
    messagesWhere(tenant, sql`m.contact_id = ${id} ORDER BY m.sent_at, m.id`),
    selectFrom(tenant, "actions", inOrder),
    selectFrom(tenant, "adjustments", inOrder),
    selectFrom(tenant, "stageChanges", inOrder),
    selectFrom(tenant, "edits", inOrder),
  ]);
  return {
    messages: messages.map(toMessage),
    actions: actions.map(decoder("actions")),
    adjustments: adjustments.map(decoder("adjustments")),
    stageChanges: stageChanges.map(decoder("stageChanges")),
    edits: edits.map(decoder("edits")),
  };
}

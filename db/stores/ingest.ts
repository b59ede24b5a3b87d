import type { Reading } from "#core/model/reading.ts";
import type { AddressRecord, IdentityKey, IdentityRecord } from "#core/model/records.ts";
import type { IngestQuery, IngestReads, IngestView } from "#core/ports/ingest-reads.ts";
import { type Row, rowsOf } from "../connection.ts";
import { decoder, selection } from "../rows.ts";
import { raw, rowsOfJson, type Statement, sql } from "../sql.ts";
import { jsonAfter, type Tenant } from "./tenant.ts";

export function ingestReads(tenant: Tenant): IngestReads {
  return {
    find: async (query) => {
      const [identities = [], conversations = [], messages = [], actions = [], addresses = [], siblings = [], contacts = [], retractions = []] =
        await tenant.connection.read(toStatements(query, tenant.agentId));
      return {
        identities: identities.map(decoder("identities")),
        conversations: conversations.map(decoder("conversations")),
        messages: messages.map(toMessage),
        actions: actions.map(decoder("actions")),
        holders: toHolders(addresses.map(decoder("addresses")), siblings.map(decoder("identities"))),
        contacts: contacts.map(decoder("contacts")),
        hasRetractions: retractions.length > 0,
      };
    },
    retracted: async (hashes) => {
      const found = sql`SELECT hash FROM retractions WHERE agent_id = ${tenant.agentId} AND hash IN (SELECT value FROM ${rowsOfJson([...hashes])})`;
      return (await rowsOf(tenant.connection, found)).map(([hash]) => String(hash));
    },
  };
}

/** CROSS JOIN keeps the order: from what is asked for to the index, whatever the statistics say. */
function toStatements(query: IngestQuery, agentId: string): Statement[] {
  const named = (
    table: "identities" | "messages",
    keys: IdentityKey[],
  ) => sql`${rowsOfJson(keys.map((key) => [key.channel, key.account, key.externalId]))} AS j
    CROSS JOIN ${raw(table)} AS t ON t.agent_id = ${agentId} AND t.channel = j.value->>0 AND t.account = j.value->>1 AND t.external_id = j.value->>2`;
  const identities = named("identities", query.identities);
  const messages = named("messages", query.messages);
  const actions = sql`${rowsOfJson(query.actions)} AS j CROSS JOIN actions AS t ON t.agent_id = ${agentId} AND t.external_id = j.value`;
  const holders = sql`${rowsOfJson(query.addresses.map(({ kind, value }) => [kind, value]))} AS j
    CROSS JOIN addresses AS t ON t.agent_id = ${agentId} AND t.kind = j.value->>0 AND t.value = j.value->>1 AND t.verified = 1`;
  const columns = (name: Parameters<typeof selection>[0], alias = "t") => raw(selection(name, alias));

  return [
    sql`SELECT ${columns("identities")} FROM ${identities}`,
    sql`SELECT ${columns("conversations", "c")} FROM ${identities} CROSS JOIN conversations AS c ON c.agent_id = ${agentId} AND c.identity_id = t.id
      UNION SELECT ${columns("conversations", "c")} FROM ${messages} CROSS JOIN conversations AS c ON c.agent_id = ${agentId} AND c.id = t.conversation_id`,
    sql`SELECT ${columns("messages")}, coalesce(r.in_context, r.reading) FROM ${messages}
      CROSS JOIN readings AS r ON r.agent_id = ${agentId} AND r.message_id = t.id AND r.effective = 1`,
    sql`SELECT ${columns("actions")} FROM ${actions}`,
    sql`SELECT ${columns("addresses")} FROM ${holders}`,
    sql`SELECT ${columns("identities", "i")} FROM (SELECT DISTINCT t.contact_id FROM ${holders}) AS h
      CROSS JOIN identities AS i ON i.agent_id = ${agentId} AND i.contact_id = h.contact_id`,
    sql`SELECT ${columns("contacts", "c")} FROM (SELECT t.contact_id FROM ${identities} UNION SELECT t.contact_id FROM ${messages}
      UNION SELECT t.contact_id FROM ${actions} UNION SELECT t.contact_id FROM ${holders} UNION SELECT value FROM ${rowsOfJson(query.contactIds)}) AS k
      CROSS JOIN contacts AS c ON c.agent_id = ${agentId} AND c.id = k.contact_id`,
    sql`SELECT 1 FROM retractions WHERE agent_id = ${agentId} LIMIT 1`,
  ];
}

const decodeMessage = decoder("messages");

export function toMessage(row: Row) {
  return { ...decodeMessage(row), reading: jsonAfter<Reading>("messages", row) };
}

function toHolders(addresses: AddressRecord[], identities: IdentityRecord[]): IngestView["holders"] {
  const byContact = Map.groupBy(identities, (identity) => identity.contactId);
  return addresses.map((address) => ({ address, identities: byContact.get(address.contactId) ?? [] }));
}

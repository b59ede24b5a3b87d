import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Store } from "#core/ports/store.ts";
import { toStatements } from "../changes/statements.ts";
import { isUrgent } from "../changes/urgent.ts";
import { type RecordOrder, recordPage } from "../lists/record-page.ts";
import { sql } from "../sql.ts";
import { asStale } from "../stale.ts";
import { alertStore } from "./alerts.ts";
import { analyticsStore } from "./analytics.ts";
import { connectionStore } from "./connections.ts";
import { contactStore } from "./contacts.ts";
import { conversationStore } from "./conversations.ts";
import { deliveryStore } from "./deliveries.ts";
import { creditStore, followUpStore, templateStore } from "./followups.ts";
import { importStore } from "./imports.ts";
import { ingestReads } from "./ingest.ts";
import { labelStore } from "./labels.ts";
import { messageStore } from "./messages.ts";
import { operationStore, segmentStore } from "./operations.ts";
import { consentStore, mergeStore, proposalStore, suppressionStore } from "./people.ts";
import { planStore } from "./plans.ts";
import { settingsStore } from "./settings.ts";
import { auditStore, staffChatStore, staffStore } from "./staff.ts";
import { findOne, type Tenant } from "./tenant.ts";

const keysByTime: RecordOrder<"keys"> = { columns: ["created_at", "id"], positionOf: (key) => [key.createdAt, key.id] };

export function openStore(tenant: Tenant, onCommit: (changes: ChangeSet) => void): Store {
  const settings = settingsStore(tenant);
  return {
    agentId: tenant.agentId,
    commit: (changes) => commitOf(tenant, settings, changes, onCommit),
    settings,
    contacts: contactsOf(tenant, onCommit),
    ...conversationStores(tenant),
    ...peopleStores(tenant),
    ...workStores(tenant),
    ...accessStores(tenant),
  };
}

/** Tells `onCommit` what was committed. The settings that are remembered are read again after any attempt to change them. */
async function commitOf(
  { agentId, connection }: Tenant,
  settings: ReturnType<typeof settingsStore>,
  changes: ChangeSet,
  onCommit: (changes: ChangeSet) => void,
): Promise<void> {
  const statements = toStatements(changes, agentId);
  if (statements.length === 0) return;
  try {
    await connection.write(statements, isUrgent(changes));
    onCommit(changes);
  } catch (error) {
    throw asStale(error);
  } finally {
    if (changes.inserts.settings ?? changes.puts.settings ?? changes.removals.settings) settings.forget();
  }
}

function contactsOf(tenant: Tenant, onCommit: (changes: ChangeSet) => void): Store["contacts"] {
  const contacts = contactStore(tenant);
  const erase: Store["contacts"]["erase"] = async (ids, changes) => {
    try {
      const counts = await contacts.erase(ids, changes);
      if (changes) onCommit(changes);
      return counts;
    } catch (error) {
      throw asStale(error);
    }
  };
  return { ...contacts, erase };
}

/** What is said, and what becomes of it. */
const conversationStores = (tenant: Tenant) => ({
  ingest: ingestReads(tenant),
  messages: messageStore(tenant),
  conversations: conversationStore(tenant),
  alerts: alertStore(tenant),
  deliveries: deliveryStore(tenant),
  followUps: followUpStore(tenant),
  templates: templateStore(tenant),
  credits: creditStore(tenant),
});

/** Who the contacts are, and how they are grouped. */
const peopleStores = (tenant: Tenant) => ({
  labels: labelStore(tenant),
  segments: segmentStore(tenant),
  consents: consentStore(tenant),
  suppressions: suppressionStore(tenant),
  merges: mergeStore(tenant),
  proposals: proposalStore(tenant),
  analytics: analyticsStore(tenant),
});

/** Work on many contacts. */
const workStores = (tenant: Tenant) => ({
  operations: operationStore(tenant),
  plans: planStore(tenant),
  imports: importStore(tenant),
});

/** Who works here and by which way, and what they have asked for. */
const accessStores = (tenant: Tenant) => ({
  keys: keyStore(tenant),
  connections: connectionStore(tenant),
  staff: staffStore(tenant),
  staffChat: staffChatStore(tenant),
  audit: auditStore(tenant),
  idempotency: idempotencyStore(tenant),
});

const keyStore = (tenant: Tenant): Store["keys"] => ({
  list: (page) => recordPage(tenant, "keys", keysByTime, page),
  find: (id) => findOne(tenant, "keys", sql`id = ${id}`),
});

const idempotencyStore = (tenant: Tenant): Store["idempotency"] => ({
  find: (keyHash, formerHash = keyHash) =>
    findOne(tenant, "idempotency", sql`key_hash IN (${keyHash}, ${formerHash}) ORDER BY key_hash <> ${keyHash}`),
});

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
  const contacts = contactStore(tenant);
  return {
    agentId: tenant.agentId,
    commit: async (changes) => {
      const statements = toStatements(changes, tenant.agentId);
      if (statements.length === 0) return;
      try {
        await tenant.connection.write(statements, isUrgent(changes));
        onCommit(changes);
      } catch (error) {
        throw asStale(error);
      } finally {
        if (changes.inserts.settings ?? changes.puts.settings ?? changes.removals.settings) settings.forget();
      }
    },
    settings,
    ingest: ingestReads(tenant),
    contacts: {
      ...contacts,
      erase: async (ids, changes) => {
        try {
          const counts = await contacts.erase(ids, changes);
          if (changes) onCommit(changes);
          return counts;
        } catch (error) {
          throw asStale(error);
        }
      },
    },
    messages: messageStore(tenant),
    conversations: conversationStore(tenant),
    alerts: alertStore(tenant),
    labels: labelStore(tenant),
    keys: {
      list: (page) => recordPage(tenant, "keys", keysByTime, page),
      find: (id) => findOne(tenant, "keys", sql`id = ${id}`),
    },
    deliveries: deliveryStore(tenant),
    connections: connectionStore(tenant),
    operations: operationStore(tenant),
    segments: segmentStore(tenant),
    analytics: analyticsStore(tenant),
    staff: staffStore(tenant),
    staffChat: staffChatStore(tenant),
    audit: auditStore(tenant),
    followUps: followUpStore(tenant),
    templates: templateStore(tenant),
    credits: creditStore(tenant),
    consents: consentStore(tenant),
    suppressions: suppressionStore(tenant),
    merges: mergeStore(tenant),
    proposals: proposalStore(tenant),
    plans: planStore(tenant),
    imports: importStore(tenant),
    idempotency: {
      find: (keyHash, formerHash = keyHash) =>
        findOne(tenant, "idempotency", sql`key_hash IN (${keyHash}, ${formerHash}) ORDER BY key_hash <> ${keyHash}`),
    },
  };
}

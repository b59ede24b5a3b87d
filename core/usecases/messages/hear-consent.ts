import type { ConsentRecord } from "#core/model/consent.ts";
import type { ContactRecord, ConversationRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { confirmationOf } from "#core/rules/contactability/confirmations.ts";
import { consentIn } from "#core/rules/contactability/consent-words.ts";
import { consentFact } from "#core/usecases/consents/consent-lines.ts";
import { queueDelivery } from "#core/usecases/deliveries/queue-delivery.ts";
import type { Draft } from "./working-set.ts";

/**
 * A message that is nothing but STOP or START goes into the consent ledger in its own commit, and is confirmed once
 * (product.md §9). It is said to every node that the person is known by.
 */
export function hearConsent(
  ctx: Context,
  changes: ChangeSet,
  { draft, conversation, message, settings }: { draft: Draft; conversation: ConversationRecord; message: MessageWithReading; settings: Settings },
): void {
  const found = consentIn(message.text, message.reading);
  if (!found || found.kind === "near_miss") return;
  const { kind: decision, quote } = found;
  const wasOptedOut = isOptedOut(draft);
  for (const line of lines(ctx, draft.contact, message, decision, quote)) {
    changes.insert("consents", line);
    draft.facts.push(consentFact(line));
  }
  if (message.history || wasOptedOut === (decision === "opt_out")) return;
  const text = confirmationOf(decision, message.reading.language ?? draft.contact.language ?? "en", settings.region);
  const onceKey = `consent:${message.id}`;
  queueDelivery(ctx, changes, conversation, { text, media: [], purpose: "reply", author: "system", onceKey });
}

function lines(
  ctx: Context,
  contact: ContactRecord,
  message: MessageWithReading,
  decision: ConsentRecord["decision"],
  quote: string,
): ConsentRecord[] {
  const nodes = new Set([contact.id, ...Object.keys(contact.state.consents)]);
  return [...nodes].map((node, at) => ({
    // Of two said within one instant the later message counts, as it does elsewhere.
    id: `cns_${message.id.slice("msg_".length)}${at === 0 ? "" : `_${at}`}`,
    agentId: contact.agentId,
    contactId: contact.id,
    node,
    decision,
    source: "keyword",
    reason: null,
    quote,
    messageId: message.id,
    by: ctx.actor.id,
    at: message.sentAt,
  }));
}

/** As far as it is known before the batch and within it. */
function isOptedOut({ contact, facts }: Draft): boolean {
  const inBatch = facts.findLast((fact) => fact.type === "consent");
  return inBatch?.type === "consent" ? inBatch.decision === "opt_out" : contact.optedOut;
}

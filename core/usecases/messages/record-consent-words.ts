import type { ConversationRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { confirmationOf } from "#core/rules/contactability/confirmations.ts";
import { consentIn } from "#core/rules/contactability/consent-words.ts";
import { consentFact, consentLines } from "#core/usecases/consents/consent-lines.ts";
import { queueDelivery } from "#core/usecases/deliveries/queue-delivery.ts";
import type { ArrivalDraft } from "./working-set.ts";

/**
 * A message that is nothing but STOP or START goes into the consent ledger in its own commit, and is confirmed once
 * (product.md §9). It is said to every node that the person is known by.
 */
export function recordConsentWords(
  ctx: Context,
  changes: ChangeSet,
  {
    draft,
    conversation,
    message,
    settings,
  }: { draft: ArrivalDraft; conversation: ConversationRecord; message: MessageWithReading; settings: Settings },
): void {
  const found = consentIn(message.text, message.reading);
  if (!found || found.kind === "near_miss") return;
  const { kind: decision, quote } = found;
  const wasOptedOut = isOptedOut(draft);
  const said = { decision, source: "keyword", reason: null, quote, messageId: message.id } as const;
  for (const line of consentLines(ctx, draft.contact, said, { at: message.sentAt, idOf: lineOf(message) })) {
    changes.insert("consents", line);
    draft.facts.push(consentFact(line));
  }
  if (message.history || wasOptedOut === (decision === "opt_out")) return;
  const text = confirmationOf(decision, message.reading.language ?? draft.contact.language ?? "en", settings.region);
  const onceKey = `consent:${message.id}`;
  queueDelivery(ctx, changes, conversation, { text, media: [], purpose: "reply", author: "system", onceKey });
}

/** Of two said within one instant the later message counts, as it does elsewhere: a line's id is its message's. */
const lineOf =
  ({ id }: MessageWithReading) =>
  (place: number) =>
    `cns_${id.slice("msg_".length)}${place === 0 ? "" : `_${place}`}`;

/** As far as it is known before the batch and within it. */
function isOptedOut({ contact, facts }: ArrivalDraft): boolean {
  const inBatch = facts.findLast((fact) => fact.type === "consent");
  return inBatch?.type === "consent" ? inBatch.decision === "opt_out" : contact.optedOut;
}

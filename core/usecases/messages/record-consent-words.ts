import type { ConversationRecord } from "#core/model/conversation.ts";
import { type ConsentFact, compareFacts, type FactKey } from "#core/model/fact.ts";
import type { ConsentDecision } from "#core/model/people/consent.ts";
import type { Settings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { ownWords } from "#core/rules/analysis/own-words.ts";
import { confirmationOf } from "#core/rules/contactability/confirmations.ts";
import { consentIn } from "#core/rules/contactability/consent-words.ts";
import { consentFact, consentLines } from "#core/usecases/consents/consent-lines.ts";
import { queueDelivery } from "#core/usecases/deliveries/queue-delivery.ts";
import { newFactId } from "#core/usecases/fact-id.ts";
import type { ArrivalDraft } from "./working-set.ts";

type ConsentWords = {
  draft: ArrivalDraft;
  conversation: ConversationRecord;
  message: MessageWithReading;
  settings: Settings;
  /** When the words were put in place of others, ms since 1970; null: the message is new. */
  editedAt: number | null;
};

/**
 * Records a message that is only STOP or START, or is edited to be so, in the consent ledger in the message's commit, and
 * queues one confirmation (product.md §9). It counts for every identity and address of the person.
 */
export function recordConsentWords(ctx: Context, changes: ChangeSet, { draft, conversation, message, settings, editedAt }: ConsentWords): void {
  const found = consentIn(ownWords(message), message.reading);
  if (!found || found.kind === "near_miss") return;
  const { kind: decision, quote } = found;
  const last = lastWord(draft);
  const said = { decision, source: "keyword", reason: null, quote, messageId: message.id } as const;
  const stamp = editedAt === null ? { at: message.sentAt, idOf: lineOf(message) } : { at: editedAt, idOf: () => newFactId(ctx, "cns", editedAt) };
  const lines = consentLines(ctx, draft.contact, said, stamp);
  for (const line of lines) {
    changes.insert("consents", line);
    draft.facts.push(consentFact(line));
  }
  const isHistory = editedAt === null && message.history;
  const wasOptedOut = last?.decision === "opt_out" || (last === null && draft.contact.optedOut);
  // History, a repeat, or a word older than the last one changes nothing, so it is not confirmed.
  if (isHistory || wasOptedOut === (decision === "opt_out") || (last && compareFacts(lines[0], last) < 0)) return;
  const text = confirmationOf(decision, message.reading.language ?? draft.contact.language ?? "en", settings.region);
  const onceKey = editedAt === null ? `consent:${message.id}` : `consent:${message.id}:${editedAt}`;
  queueDelivery(ctx, changes, conversation, { text, media: [], purpose: "reply", author: "system", onceKey });
}

/** The line's id is made from the message's id, so that of two lines of one instant the later message counts. */
const lineOf =
  ({ id }: MessageWithReading) =>
  (place: number) =>
    `cns_${id.slice("msg_".length)}${place === 0 ? "" : `_${place}`}`;

/** The contact's last consent decision, before the batch or within it; null: none. */
function lastWord({ contact, facts }: ArrivalDraft): (FactKey & { decision: ConsentDecision }) | null {
  const before = contact.state.consents[contact.id];
  const inBatch = facts.filter((fact): fact is ConsentFact => fact.type === "consent" && fact.node === contact.id);
  return [...(before ? [before] : []), ...inBatch].sort(compareFacts).at(-1) ?? null;
}

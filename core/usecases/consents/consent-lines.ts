import type { ConsentDecision, ConsentRecord, ConsentSource } from "#core/model/consent.ts";
import type { ConsentFact } from "#core/model/fact.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";

/** What somebody said about being written to, and how it came to us. */
export type Consent = {
  decision: ConsentDecision;
  source: ConsentSource;
  reason: string | null;
  quote?: string | null | undefined;
  messageId?: string | null | undefined;
};

/** Lines of the ledger for one saying, the contact's own first: it is said to every node that the person is known by. */
export function consentLines(
  ctx: Context,
  contact: Pick<ContactRecord, "id" | "agentId" | "state">,
  said: Consent,
): [ConsentRecord, ...ConsentRecord[]] {
  const { decision, source, reason, quote = null, messageId = null } = said;
  const at = ctx.now();
  const line = (node: string): ConsentRecord => ({
    id: ctx.newId("cns"),
    agentId: contact.agentId,
    contactId: contact.id,
    node,
    decision,
    source,
    reason,
    quote,
    messageId,
    by: ctx.actor.id,
    at,
  });
  const others = Object.keys(contact.state.consents).filter((node) => node !== contact.id);
  return [line(contact.id), ...others.map(line)];
}

export function consentFact({ id, at, node, decision }: ConsentRecord): ConsentFact {
  return { type: "consent", id, at, node, decision };
}

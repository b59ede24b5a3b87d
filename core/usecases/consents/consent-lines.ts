import type { ConsentFact } from "#core/model/fact.ts";
import type { ConsentDecision, ConsentRecord, ConsentSource } from "#core/model/people/consent.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { newFactId } from "#core/usecases/fact-id.ts";

/** What somebody said about being written to, and how it came to us. */
export type Consent = {
  decision: ConsentDecision;
  source: ConsentSource;
  reason: string | null;
  quote?: string | null | undefined;
  messageId?: string | null | undefined;
};

/** When it was said, ms since 1970, and the id of the line at each place; by default now, and new ones. */
type LineStamp = { at: number; idOf: (place: number) => string };

/** Lines of the ledger for one saying, the contact's own first: it is said to every node that the person is known by. */
export function consentLines(
  ctx: Context,
  contact: Pick<ContactRecord, "id" | "agentId" | "state">,
  said: Consent,
  { at, idOf }: LineStamp = { at: ctx.now(), idOf: () => newFactId(ctx, "cns", ctx.now()) },
): [ConsentRecord, ...ConsentRecord[]] {
  const { decision, source, reason, quote = null, messageId = null } = said;
  const line = (node: string, place: number): ConsentRecord => ({
    id: idOf(place),
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
  return [line(contact.id, 0), ...others.map((node, place) => line(node, place + 1))];
}

export function consentFact({ id, at, node, decision }: ConsentRecord): ConsentFact {
  return { type: "consent", id, at, node, decision };
}

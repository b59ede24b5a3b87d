import type { ProposalRecord } from "#core/model/people/merge.ts";
import type { Context } from "#core/ports/context.ts";
import { consentFact, consentLines } from "#core/usecases/consents/consent-lines.ts";
import { reviseContact } from "#core/usecases/contact-change/revise-contact.ts";
import { decideProposal, requireOpen } from "./decide-proposal.ts";

/**
 * Accepts a consent proposal: opts the person out with their own words as evidence and stops their pending messages, in the
 * commit that decides the proposal.
 */
export async function acceptConsent(ctx: Context, { id, contactId, evidence: [said] }: ProposalRecord): Promise<ProposalRecord> {
  let decided: ProposalRecord;
  return reviseContact(
    ctx,
    contactId,
    async (contact, changes) => {
      decided = decideProposal(ctx, changes, await requireOpen(ctx, id), "accepted");
      const words = { quote: said?.detail, messageId: said?.messageId };
      const lines = consentLines(ctx, contact, { decision: "opt_out", source: "staff", reason: "said so in other words", ...words });
      changes.insert("consents", ...lines);
      return { facts: lines.map(consentFact), cause: { kind: "consent", ref: lines[0].id } };
    },
    () => decided,
  );
}

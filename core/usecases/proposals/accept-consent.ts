import type { ProposalRecord } from "#core/model/merge.ts";
import type { Context } from "#core/ports/context.ts";
import { consentFact, consentLines } from "#core/usecases/consents/consent-lines.ts";
import { reviseContact } from "#core/usecases/contact-change/revise-contact.ts";
import { decideProposal, requireOpen } from "./decide-proposal.ts";

/** They meant it: opts the person out by the words they said, in the commit that decides. What is on its way to them is stopped with it. */
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

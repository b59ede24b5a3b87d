import type { ProposalRecord } from "#core/model/people/merge.ts";
import type { Context } from "#core/ports/context.ts";
import { reviseContact } from "#core/usecases/contact-change/revise-contact.ts";
import { staffDetails } from "#core/usecases/contacts/staff-details.ts";
import { decideProposal, requireOpen } from "./decide-proposal.ts";

/** Accepts a field proposal: stores the proposed value as an edit by staff, in the commit that decides the proposal. */
export async function acceptField(ctx: Context, { id, contactId, field, value }: ProposalRecord): Promise<ProposalRecord> {
  const given = field === null ? {} : { [field]: value };
  let decided: ProposalRecord;
  return reviseContact(
    ctx,
    contactId,
    async (contact, changes) => {
      decided = decideProposal(ctx, changes, await requireOpen(ctx, id), "accepted");
      const facts = await staffDetails(ctx, changes, contact, given);
      return { facts, cause: { kind: "detail", ref: facts[0]?.id ?? null } };
    },
    () => decided,
  );
}

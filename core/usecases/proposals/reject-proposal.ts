import type { ProposalRecord } from "#core/model/people/merge.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { decideProposal, requireOpen } from "./decide-proposal.ts";

/**
 * Rejects a proposal, which is then not made again. After a rejected opt-out the person may be written to at once
 * (contactability-for.ts).
 */
export async function rejectProposal(ctx: Context, { id }: { id: string }): Promise<ProposalRecord> {
  return retrying(ctx, async () => {
    const proposal = await requireOpen(ctx, id);
    const changes = new ChangeSet();
    if (proposal.kind === "consent") {
      // The contact gets a new version, so that concurrent decisions on its contactability are made again.
      const contact = await requireContact(ctx, proposal.contactId);
      changes.updateContact(contact, { ...contact, updatedAt: ctx.now() });
    }
    return commit(ctx, changes, decideProposal(ctx, changes, proposal, "rejected"));
  });
}

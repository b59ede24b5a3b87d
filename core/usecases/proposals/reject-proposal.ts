import type { ProposalRecord } from "#core/model/merge.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { decideProposal, requireOpen } from "./decide-proposal.ts";

/** It does not come again. Whoever did not mean to opt out may be written to again at once (contactability-for.ts). */
export async function rejectProposal(ctx: Context, { id }: { id: string }): Promise<ProposalRecord> {
  return retrying(ctx, async () => {
    const proposal = await requireOpen(ctx, id);
    const changes = new ChangeSet();
    if (proposal.kind === "consent") {
      // What is decided on the contact meanwhile is decided again.
      const contact = await requireContact(ctx, proposal.contactId);
      changes.updateContact(contact, { ...contact, updatedAt: ctx.now() });
    }
    return commit(ctx, changes, decideProposal(ctx, changes, proposal, "rejected"));
  });
}

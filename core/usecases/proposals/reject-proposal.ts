import type { ProposalRecord } from "#core/model/merge.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { decideProposal, requireOpen } from "./decide-proposal.ts";

/** It does not come again. */
export async function rejectProposal(ctx: Context, { id }: { id: string }): Promise<ProposalRecord> {
  return retrying(ctx, async () => {
    const changes = new ChangeSet();
    return commit(ctx, changes, decideProposal(ctx, changes, await requireOpen(ctx, id), "rejected"));
  });
}

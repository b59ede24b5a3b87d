import type { ProposalRecord } from "#core/model/people/merge.ts";
import type { Context } from "#core/ports/context.ts";
import { listProposals } from "#core/usecases/proposals/proposals.ts";

/** Proposals that wait for a decision, 200 at most. */
export async function undecidedProposals(ctx: Context): Promise<ProposalRecord[]> {
  return (await listProposals(ctx, { filter: { state: "open" }, page: { limit: 200, cursor: null } })).data;
}

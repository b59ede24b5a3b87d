import { fail } from "#core/errors.ts";
import type { ProposalRecord } from "#core/model/merge.ts";
import type { Context } from "#core/ports/context.ts";

export async function getProposal(ctx: Context, { id }: { id: string }): Promise<ProposalRecord> {
  return (await ctx.store.proposals.find(id)) ?? fail("not_found", `proposal ${id} does not exist`);
}

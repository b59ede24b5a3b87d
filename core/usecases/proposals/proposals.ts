import { fail } from "#core/errors.ts";
import type { ProposalRecord } from "#core/model/people/merge.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import type { ProposalFilter } from "#core/ports/people-store.ts";

export async function getProposal(ctx: Context, { id }: { id: string }): Promise<ProposalRecord> {
  return (await ctx.store.proposals.find(id)) ?? fail("not_found", `proposal ${id} does not exist`);
}

/** Newest first. */
export async function listProposals(ctx: Context, { filter, page }: { filter: ProposalFilter; page: PageQuery }): Promise<Page<ProposalRecord>> {
  return ctx.store.proposals.list(filter, page);
}

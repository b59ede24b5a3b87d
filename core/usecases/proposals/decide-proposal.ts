import { fail } from "#core/errors.ts";
import type { ProposalRecord, ProposalState } from "#core/model/merge.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { getProposal } from "./get-proposal.ts";

/** One that nobody has decided, about contacts that are there: `conflict` or `gone` otherwise. */
export async function requireOpen(ctx: Context, id: string): Promise<ProposalRecord> {
  const proposal = await getProposal(ctx, { id });
  const { state, decidedBy, contactId, otherId } = proposal;
  if (state !== "open") fail("conflict", `proposal ${id} was ${state}${decidedBy ? ` by ${decidedBy}` : ""} already`, { proposalId: id, state });
  await requireContact(ctx, contactId);
  if (otherId !== null) await requireContact(ctx, otherId);
  return proposal;
}

/** The proposal as it is decided; the commit fails as stale when somebody has decided it meanwhile. */
export function decideProposal(ctx: Context, changes: ChangeSet, proposal: ProposalRecord, state: Exclude<ProposalState, "open">): ProposalRecord {
  const decided = { ...proposal, state, decidedAt: ctx.now(), decidedBy: ctx.actor.id };
  changes.remove("proposals", { id: proposal.id, state: "open" }).insert("proposals", decided);
  return decided;
}

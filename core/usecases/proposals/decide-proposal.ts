import { fail } from "#core/errors.ts";
import type { ProposalRecord, ProposalState } from "#core/model/merge.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { getProposal } from "./proposals.ts";

/** One that nobody has decided, about contacts that are there: `conflict` or `gone` otherwise. */
export async function requireOpen(ctx: Context, id: string): Promise<ProposalRecord> {
  const proposal = await getProposal(ctx, { id });
  const { state, contactId, otherId } = proposal;
  if (state === "accepted" || state === "rejected") refuse(proposal);
  await requireContact(ctx, contactId);
  if (otherId !== null) await requireContact(ctx, otherId);
  // Withdrawn by a merge that has been undone since.
  if (state !== "open") refuse(proposal);
  return proposal;
}

function refuse({ id, state, decidedBy }: ProposalRecord): never {
  fail("conflict", `proposal ${id} was ${state}${decidedBy ? ` by ${decidedBy}` : ""} already`, { proposalId: id, state });
}

/** The proposal as it is decided; the commit fails as stale when somebody has decided it meanwhile. */
export function decideProposal(ctx: Context, changes: ChangeSet, proposal: ProposalRecord, state: Exclude<ProposalState, "open">): ProposalRecord {
  const decided = { ...proposal, state, decidedAt: ctx.now(), decidedBy: ctx.actor.id };
  changes.remove("proposals", { id: proposal.id, state: "open" }).insert("proposals", decided);
  if (decided.kind !== "field") showCard(ctx, changes, "proposal", decided.id);
  return decided;
}

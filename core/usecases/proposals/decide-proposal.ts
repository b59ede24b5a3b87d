import { fail } from "#core/errors.ts";
import type { ProposalRecord, ProposalState } from "#core/model/people/merge.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { getProposal } from "./proposals.ts";

/** An open proposal about contacts that exist. Throws `conflict` if it is decided, `gone` if a contact is. */
export async function requireOpen(ctx: Context, id: string): Promise<ProposalRecord> {
  const proposal = await getProposal(ctx, { id });
  const { state, contactId, otherId } = proposal;
  if (state === "accepted" || state === "rejected") refuse(proposal);
  await requireContact(ctx, contactId);
  if (otherId !== null) await requireContact(ctx, otherId);
  // The proposal was withdrawn by a merge that has since been undone.
  if (state !== "open") refuse(proposal);
  return proposal;
}

function refuse({ id, state, decidedBy }: ProposalRecord): never {
  fail("conflict", `proposal ${id} was ${state}${decidedBy ? ` by ${decidedBy}` : ""} already`, { proposalId: id, state });
}

/** Adds the decision to the change set; the commit fails as stale when somebody else decides meanwhile. */
export function decideProposal(ctx: Context, changes: ChangeSet, proposal: ProposalRecord, state: Exclude<ProposalState, "open">): ProposalRecord {
  const decided = { ...proposal, state, decidedAt: ctx.now(), decidedBy: ctx.actor.id };
  changes.remove("proposals", { id: proposal.id, state: "open" }).insert("proposals", decided);
  if (decided.kind !== "field") showCard(ctx, changes, "proposal", decided.id);
  return decided;
}

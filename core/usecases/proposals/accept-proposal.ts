import { invalidField } from "#core/errors.ts";
import type { ProposalRecord } from "#core/model/merge.ts";
import type { Context } from "#core/ports/context.ts";
import { acceptConsent } from "./accept-consent.ts";
import { acceptField } from "./accept-field.ts";
import { type AcceptedMerge, acceptMerge } from "./accept-merge.ts";
import { requireOpen } from "./decide-proposal.ts";

/** Does what was proposed, in the commit that decides it: a repeat is a conflict that says so. */
export async function acceptProposal(ctx: Context, { id, ...given }: AcceptedMerge & { id: string }): Promise<ProposalRecord> {
  const proposal = await requireOpen(ctx, id);
  if (proposal.kind === "merge") return acceptMerge(ctx, proposal, given);
  if (given.intoId !== undefined) throw invalidField("/intoId", `does not go with a ${proposal.kind}`);
  return proposal.kind === "consent" ? acceptConsent(ctx, proposal) : acceptField(ctx, proposal);
}

import { invalidField } from "#core/errors.ts";
import type { ProposalRecord } from "#core/model/people/merge.ts";
import { isQuestion } from "#core/model/people/merge.ts";
import type { Context } from "#core/ports/context.ts";
import { acceptConsent } from "./accept-consent.ts";
import { acceptField } from "./accept-field.ts";
import { type AcceptedMerge, acceptMerge } from "./accept-merge.ts";
import { acceptQuestion } from "./accept-question.ts";
import { requireOpen } from "./decide-proposal.ts";

/** Carries out the proposal in the commit that decides it. Throws `conflict` for one that is decided already. */
export async function acceptProposal(ctx: Context, { id, ...given }: AcceptedMerge & { id: string }): Promise<ProposalRecord> {
  const proposal = await requireOpen(ctx, id);
  if (proposal.kind === "merge") return acceptMerge(ctx, proposal, given);
  if (given.intoId !== undefined) throw invalidField("/intoId", `does not go with a ${proposal.kind}`);
  if (proposal.kind === "consent" || proposal.kind === "opt_out") return acceptConsent(ctx, proposal);
  return isQuestion(proposal) ? acceptQuestion(ctx, proposal) : acceptField(ctx, proposal);
}

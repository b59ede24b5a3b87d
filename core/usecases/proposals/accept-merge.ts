import { CrmError, invalidField } from "#core/errors.ts";
import type { ProposalRecord } from "#core/model/people/merge.ts";
import type { Context } from "#core/ports/context.ts";
import { type Merged, mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { requireOpen } from "./decide-proposal.ts";

export type AcceptedMerge = { intoId?: string | undefined; override?: boolean | undefined };

/** Merges the two contacts; the merge's commit decides the proposal that is its cause. The older remains unless `intoId` says otherwise. */
export async function acceptMerge(ctx: Context, proposal: ProposalRecord, { intoId, override }: AcceptedMerge): Promise<ProposalRecord> {
  const [older, newer] = [proposal.contactId, proposal.otherId ?? proposal.contactId];
  const into = intoId ?? older;
  if (into !== older && into !== newer) throw invalidField("/intoId", "is neither of the two contacts");
  const decidedBy = ({ merge }: Merged): ProposalRecord => ({ ...proposal, state: "accepted", decidedAt: merge.at, decidedBy: merge.by });
  const { idempotency } = ctx;
  // The idempotent answer must be the proposal's and not the merge's: mergeContacts stores what it returns, and commits nothing else.
  const answering: Context = idempotency
    ? { ...ctx, idempotency: { ...idempotency, answer: (result) => idempotency.answer(decidedBy(result as Merged)) } }
    : ctx;
  try {
    const cause = { kind: "proposal", ref: proposal.id } as const;
    return decidedBy(await mergeContacts(answering, { intoId: into, fromId: into === older ? newer : older, override, cause }));
  } catch (error) {
    // The proposal may have been decided meanwhile: that conflict explains more than the missing contact.
    if (error instanceof CrmError && error.code === "gone") await requireOpen(ctx, proposal.id);
    throw error;
  }
}

import type { ProposalRecord } from "#core/model/people/merge.ts";
import type { Context } from "#core/ports/context.ts";

type NewProposal = Pick<ProposalRecord, "kind" | "key" | "contactId" | "evidence"> & Partial<Pick<ProposalRecord, "otherId" | "field" | "value">>;

export function draftProposal(ctx: Context, given: NewProposal): ProposalRecord {
  return {
    id: ctx.newId("prp"),
    agentId: ctx.store.agentId,
    otherId: null,
    field: null,
    value: null,
    ...given,
    state: "open",
    createdAt: ctx.now(),
    decidedAt: null,
    decidedBy: null,
  };
}

import { acceptProposal } from "#core/usecases/proposals/accept-proposal.ts";
import { rejectProposal } from "#core/usecases/proposals/reject-proposal.ts";
import { proposalsFor } from "../contacts/card.ts";
import type { ActionHandler, ActionRequest } from "../slack/feature.ts";
import { responseTargetOf } from "../slack/response-target.ts";

/** Merge, use it, opt them out: the older of two remains. What somebody else has decided meanwhile is a refusal. */
const accept: ActionHandler = {
  id: "proposal:accept",
  role: "agent",
  audit: "proposal.accept",
  run: async (request) => {
    await acceptProposal(request.ctx, { id: request.value });
    await showDecided(request);
  },
};

/** Not the same, not meant so: it does not come again. */
const reject: ActionHandler = {
  id: "proposal:reject",
  role: "agent",
  audit: "proposal.reject",
  run: async (request) => {
    await rejectProposal(request.ctx, { id: request.value });
    await showDecided(request);
  },
};

/** What only the reader sees is no card of ours: it shows what is left about the same person. */
async function showDecided(request: ActionRequest): Promise<void> {
  const isReplaced = (await responseTargetOf(request))?.isReplaced ?? false;
  const proposal = isReplaced ? await request.ctx.store.proposals.find(request.value) : null;
  if (proposal) await request.replace(await proposalsFor(request.ctx, proposal.contactId));
}

export const proposalActions: readonly ActionHandler[] = [accept, reject];

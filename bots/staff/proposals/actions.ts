import { acceptProposal } from "#core/usecases/proposals/accept-proposal.ts";
import { rejectProposal } from "#core/usecases/proposals/reject-proposal.ts";
import { proposalsFor } from "../contacts/card.ts";
import type { ActionHandler, ActionRequest } from "../slack/feature.ts";
import { responseTargetOf } from "../slack/response-target.ts";

/** Accepts a proposal: merges (the older contact remains), sets the field, or opts out. Refused when it is decided already. */
const accept: ActionHandler = {
  id: "proposal:accept",
  role: "agent",
  audit: "proposal.accept",
  run: async (request) => {
    await acceptProposal(request.ctx, { id: request.value });
    await showDecided(request);
  },
};

/** Rejects a proposal, which is then not made again. */
const reject: ActionHandler = {
  id: "proposal:reject",
  role: "agent",
  audit: "proposal.reject",
  run: async (request) => {
    await rejectProposal(request.ctx, { id: request.value });
    await showDecided(request);
  },
};

/** Shows the proposals that are left about the contact. An answer that only the reader sees is no card, so no effect updates it. */
async function showDecided(request: ActionRequest): Promise<void> {
  const isReplaced = (await responseTargetOf(request))?.isReplaced ?? false;
  const proposal = isReplaced ? await request.ctx.store.proposals.find(request.value) : null;
  if (proposal) await request.replace(await proposalsFor(request.ctx, proposal.contactId));
}

export const proposalActions: readonly ActionHandler[] = [accept, reject];

import { acceptProposal } from "#core/usecases/proposals/accept-proposal.ts";
import { rejectProposal } from "#core/usecases/proposals/reject-proposal.ts";
import { proposalsFor } from "../contacts/card.ts";
import type { Action, Press } from "../slack/feature.ts";
import { originOf } from "../slack/origin.ts";

/** Merge, use it, opt them out: the older of two remains. What somebody else has decided meanwhile is a refusal. */
const accept: Action = {
  id: "proposal:accept",
  role: "agent",
  audit: "proposal.accept",
  run: async (press) => {
    await acceptProposal(press.ctx, { id: press.value });
    await showDecided(press);
  },
};

/** Not the same, not meant so: it does not come again. */
const reject: Action = {
  id: "proposal:reject",
  role: "agent",
  audit: "proposal.reject",
  run: async (press) => {
    await rejectProposal(press.ctx, { id: press.value });
    await showDecided(press);
  },
};

/** What only the reader sees is no card of ours: it shows what is left about the same person. */
async function showDecided(press: Press): Promise<void> {
  const isReplaced = (await originOf(press))?.isReplaced ?? false;
  const proposal = isReplaced ? await press.ctx.store.proposals.find(press.value) : null;
  if (proposal) await press.replace(await proposalsFor(press.ctx, proposal.contactId));
}

export const proposalActions: readonly Action[] = [accept, reject];

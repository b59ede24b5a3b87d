import { acceptProposal } from "#core/usecases/proposals/accept-proposal.ts";
import { rejectProposal } from "#core/usecases/proposals/reject-proposal.ts";
import { type Action, updateCard } from "../context.ts";

/** Merge, use it, opt them out: the older of two remains. What somebody else has decided meanwhile is a refusal. */
const accept: Action = {
  id: "proposal:accept",
  role: "agent",
  audit: "proposal.accept",
  run: async (press) => {
    await acceptProposal(press.ctx, { id: press.value });
    await updateCard(press, "proposal", press.value);
  },
};

/** Not the same, not meant so: it does not come again. */
const reject: Action = {
  id: "proposal:reject",
  role: "agent",
  audit: "proposal.reject",
  run: async (press) => {
    await rejectProposal(press.ctx, { id: press.value });
    await updateCard(press, "proposal", press.value);
  },
};

export const proposalActions: readonly Action[] = [accept, reject];

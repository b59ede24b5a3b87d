import type { StaffFeature } from "../slack/feature.ts";
import { proposalActions } from "./actions.ts";
import { conversationAsked, proposalCardOf } from "./card.ts";
import { undecidedProposals } from "./undecided.ts";

/** Questions that staff accept or reject: a merge, a detail, a consent, what a message says. */
export const proposals: StaffFeature = {
  cards: { proposal: proposalCardOf },
  threads: { proposal: conversationAsked },
  actions: proposalActions,
  undecided: { proposal: undecidedProposals },
};

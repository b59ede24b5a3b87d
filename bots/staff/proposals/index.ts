import type { StaffFeature } from "../slack/feature.ts";
import { proposalActions } from "./actions.ts";
import { proposalCardOf } from "./card.ts";
import { undecidedProposals } from "./undecided.ts";

/** Questions that staff accept or reject: a merge, a detail, a consent. */
export const proposals: StaffFeature = { cards: { proposal: proposalCardOf }, actions: proposalActions, undecided: { proposal: undecidedProposals } };

import type { StaffFeature } from "../slack/feature.ts";
import { followUpActions } from "./actions.ts";
import { followUpCardOf } from "./card.ts";
import { followUpsCommand } from "./command.ts";
import { followUpModals } from "./modals.ts";
import { undecidedFollowUps } from "./undecided.ts";

/** Follow-ups that wait for somebody to send, edit, snooze or dismiss them. */
export const followUps: StaffFeature = {
  cards: { followup: followUpCardOf },
  commands: [followUpsCommand],
  actions: followUpActions,
  modals: followUpModals,
  undecided: { followup: undecidedFollowUps },
};

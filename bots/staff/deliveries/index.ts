import type { StaffFeature } from "../slack/feature.ts";
import { unknownSendActions } from "./actions.ts";
import { deliveryCardOf } from "./card.ts";
import { undecidedDeliveries } from "./undecided.ts";

/** Messages of which nobody knows whether they arrived, and replies that failed. */
export const deliveries: StaffFeature = {
  cards: { delivery: deliveryCardOf },
  actions: unknownSendActions,
  undecided: { delivery: undecidedDeliveries },
};

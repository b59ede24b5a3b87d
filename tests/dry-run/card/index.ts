import type { StaffFeature } from "#bots/staff/slack/feature.ts";
import { thankAction } from "./actions.ts";
import { thanksCardOf } from "./card.ts";

/** A card about a contact that counts how often somebody has thanked them. */
export const thanks: StaffFeature = { cards: { thanks: thanksCardOf }, actions: [thankAction] };

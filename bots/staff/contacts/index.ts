import type { StaffFeature } from "../slack/feature.ts";
import { contactCardActions } from "./actions.ts";
import { contactModals } from "./modals.ts";

/** One contact: the card, its history and score, and the modals that change the contact. */
export const contacts: StaffFeature = { actions: contactCardActions, modals: contactModals };

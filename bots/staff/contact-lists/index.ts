import type { StaffFeature } from "../slack/feature.ts";
import { contactListActions } from "./actions.ts";
import { findCommand } from "./command.ts";
import { contactListModals } from "./modals.ts";

/** Finding contacts, and what is done with everybody found. */
export const contactLists: StaffFeature = { commands: [findCommand], actions: contactListActions, modals: contactListModals };

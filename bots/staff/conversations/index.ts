import type { StaffFeature } from "../slack/feature.ts";
import { threadActions } from "./actions.ts";
import { earlierCardOf, messageCardOf, threadCardOf } from "./card.ts";
import { threadModals } from "./modals.ts";
import { threadMessage } from "./thread-message.ts";

/** Conversations with customers as threads: notes, answers, taking over. */
export const conversations: StaffFeature = {
  cards: { thread: threadCardOf, earlier: earlierCardOf, message: messageCardOf },
  actions: threadActions,
  modals: threadModals,
  events: [threadMessage],
};

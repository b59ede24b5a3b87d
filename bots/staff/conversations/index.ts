import type { StaffFeature } from "../slack/feature.ts";
import { threadActions, threadModals } from "./actions.ts";
import { messageCardOf, threadCardOf } from "./card.ts";
import { threadMessage } from "./thread-message.ts";

/** Conversations with customers as threads: notes, answers, taking over. */
export const conversations: StaffFeature = {
  cards: { thread: threadCardOf, message: messageCardOf },
  actions: threadActions,
  modals: threadModals,
  events: [threadMessage],
};

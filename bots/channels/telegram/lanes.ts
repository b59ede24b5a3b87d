import type { Update } from "grammy/types";

/** The updates of each chat in their order; chats do not wait for each other. */
export function lanesOf(page: readonly Update[]): Update[][] {
  return Object.values(Object.groupBy(page, laneOf)).filter((lane) => lane !== undefined);
}

/** What an update of no readable shape belongs to is not known: such ones make a lane of their own. */
function laneOf(update: Update): string {
  const about = update.message ?? update.edited_message ?? update.my_chat_member;
  return String(about?.chat?.id);
}

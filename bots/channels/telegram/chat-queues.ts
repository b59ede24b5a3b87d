import type { Update } from "grammy/types";

/** The updates of each chat in their order. Chats are independent of each other. */
export function queuesByChat(page: readonly Update[]): Update[][] {
  return Object.values(Object.groupBy(page, chatOf)).filter((queue) => queue !== undefined);
}

/** Updates of no readable shape name no chat and share one queue. */
function chatOf(update: Update): string {
  const about = update.message ?? update.edited_message ?? update.my_chat_member;
  return String(about?.chat?.id);
}

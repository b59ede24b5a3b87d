import type { Update } from "grammy/types";

export type UpdateKind = Exclude<keyof Update, "update_id">;

/**
 * What becomes of each kind of update of the Bot API (https://core.telegram.org/bots/api#update): `read` by parse.ts, or `ignored`
 * and counted by its kind. A kind that grammY comes to know does not compile until it has its line here.
 */
const updateKinds: Readonly<Record<UpdateKind, "read" | "ignored">> = {
  message: "read",
  edited_message: "read",
  my_chat_member: "read",
  // What the owner of an account writes to and hears from their own people; the bot is not addressed.
  business_connection: "ignored",
  business_message: "ignored",
  edited_business_message: "ignored",
  deleted_business_messages: "ignored",
  // Channels and groups make no contacts.
  channel_post: "ignored",
  edited_channel_post: "ignored",
  guest_message: "ignored",
  chat_member: "ignored",
  chat_join_request: "ignored",
  chat_boost: "ignored",
  removed_chat_boost: "ignored",
  message_reaction: "ignored",
  message_reaction_count: "ignored",
  poll: "ignored",
  poll_answer: "ignored",
  // Answers to buttons, inline results and invoices, none of which we send.
  callback_query: "ignored",
  inline_query: "ignored",
  chosen_inline_result: "ignored",
  shipping_query: "ignored",
  pre_checkout_query: "ignored",
  purchased_paid_media: "ignored",
  subscription: "ignored",
  // Notices to whoever runs the bot.
  stopped_message_generation: "ignored",
  managed_bot: "ignored",
};

const allKinds = Object.keys(updateKinds).filter(isKnown);
export const ignoredUpdates: readonly UpdateKind[] = allKinds.filter((kind) => updateKinds[kind] === "ignored");

/**
 * The kinds of update we ask for. Telegram tells a bot of no deletion in a private chat; only connected business
 * accounts get those.
 */
export const allowedUpdates: readonly UpdateKind[] = allKinds.filter((kind) => updateKinds[kind] === "read");

/** The name of an update's kind for logs and metrics; `unknown` when it is none that the Bot API could have. */
export function kindOfUpdate(update: Update): string {
  const field = Object.keys(update).find((key) => key !== "update_id");
  return field !== undefined && /^[a-z][a-z_]{0,63}$/.test(field) ? field : "unknown";
}

function isKnown(kind: string): kind is UpdateKind {
  return kind in updateKinds;
}

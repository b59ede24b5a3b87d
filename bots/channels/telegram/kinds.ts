import type { Message } from "grammy/types";

/** Fields that say who, when and how, and hold nothing that the customer sends (https://core.telegram.org/bots/api#message). */
const aboutTheMessage = new Set(
  `message_id message_thread_id direct_messages_topic from sender_chat sender_boost_count sender_business_bot sender_tag date guest_query_id
  business_connection_id chat forward_origin forward_from forward_from_chat forward_from_message_id forward_signature forward_sender_name
  forward_date is_topic_message is_automatic_forward reply_to_message external_reply quote reply_to_story reply_to_checklist_task_id
  reply_to_poll_option_id via_bot edit_date has_protected_content is_from_offline is_paid_post media_group_id author_signature paid_star_count
  text entities link_preview_options suggested_post_info effect_id caption caption_entities show_caption_above_media has_media_spoiler
  reply_markup guest_bot_caller_user guest_bot_caller_chat`.split(/\s+/),
);

/** Service messages: what happened to the chat, by its members, its bot or Telegram. They are no words of the customer's. */
export const serviceKinds: ReadonlySet<string> = new Set(
  `new_chat_members new_chat_member new_chat_participant left_chat_member left_chat_participant chat_owner_left chat_owner_changed new_chat_title
  new_chat_photo delete_chat_photo group_chat_created supergroup_chat_created channel_chat_created message_auto_delete_timer_changed
  migrate_to_chat_id migrate_from_chat_id pinned_message connected_website write_access_allowed proximity_alert_triggered boost_added
  chat_background_set forum_topic_created forum_topic_edited forum_topic_closed forum_topic_reopened general_forum_topic_hidden
  general_forum_topic_unhidden video_chat_scheduled video_chat_started video_chat_ended video_chat_participants_invited
  voice_chat_scheduled voice_chat_started voice_chat_ended voice_chat_participants_invited giveaway_created giveaway_completed
  paid_message_price_changed direct_message_price_changed suggested_post_approved suggested_post_approval_failed suggested_post_declined
  suggested_post_paid suggested_post_refunded managed_bot_created`.split(/\s+/),
);

const signs: Readonly<Record<string, string>> = {
  story: "📖",
  checklist: "☑️",
  checklist_tasks_done: "☑️",
  checklist_tasks_added: "☑️",
  poll: "📊",
  game: "🎮",
  gift: "🎁",
  unique_gift: "🎁",
  giveaway: "🎁",
  giveaway_winners: "🏆",
  paid_media: "🖼️",
  invoice: "🧾",
  successful_payment: "💳",
  refunded_payment: "💳",
  users_shared: "👥",
  user_shared: "👥",
  chat_shared: "👥",
  web_app_data: "🧩",
  passport_data: "🪪",
};
/** Of a kind that Telegram brings in after this was written. */
const otherSign = "📎";

/** The kinds of content in a message: every field that holds something and is not about the message itself. */
export function kindsIn(message: Message): string[] {
  return Object.entries(message).flatMap(([field, value]) => (aboutTheMessage.has(field) || !holds(field, value) ? [] : [field]));
}

/** Marks that a kind to come may bring along ("is_…": true) are none by themselves. */
function holds(field: string, value: unknown): boolean {
  return (typeof value === "object" && value !== null) || serviceKinds.has(field);
}

/** A few words for a message that has none: "📖 story", of any kind that is no service message; undefined: there is none. */
export function wordsForKind(message: Message): string | undefined {
  const kind = kindsIn(message).find((field) => !serviceKinds.has(field));
  return kind && `${signs[kind] ?? otherSign} ${kind.replaceAll("_", " ")}`;
}

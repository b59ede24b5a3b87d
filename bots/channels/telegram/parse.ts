import type { Message, Update, User } from "grammy/types";
import type { From } from "#core/model/inbound.ts";
import type { InboundEvent } from "#core/ports/channel.ts";
import { clean, fullName, mediaOf, ownPhone, textOf } from "./content.ts";

/**
 * The kinds of update we ask for. Telegram tells a bot of no deletion in a private chat; only connected business
 * accounts get those (https://core.telegram.org/bots/api#update).
 */
export const allowedUpdates = ["message", "edited_message", "my_chat_member"] as const;

/**
 * An update in our words; undefined for what makes no contact: groups, channels, bots, service messages.
 * Throws when the update is not of Telegram's shape.
 */
export function parse(update: Update, account: string): InboundEvent | undefined {
  if (update.message) return newMessage(update.message, account);
  if (update.edited_message) return edit(update.edited_message);
  if (update.my_chat_member) return membership(update.my_chat_member);
  return undefined;
}

function newMessage(message: NonNullable<Update["message"]>, account: string): InboundEvent | undefined {
  if (!isFromCustomer(message)) return undefined;
  const text = textOf(message);
  const media = mediaOf(message);
  if (text === "" && media.length === 0) return undefined;
  const phone = ownPhone(message.contact, message.from);
  return {
    kind: "message",
    message: {
      channel: "telegram",
      account,
      ...sourceDetail(text),
      externalId: messageId(message),
      direction: "inbound",
      author: "customer",
      from: { ...person(message.from), ...(phone ? { phone, verified: ["phone"] as const } : {}) },
      text,
      media,
      sentAt: instant(message.date),
      origin: "platform",
    },
  };
}

/** A live location is edited every few seconds; where it began is what counts. */
function edit(message: NonNullable<Update["edited_message"]>): InboundEvent | undefined {
  if (!isFromCustomer(message) || message.location) return undefined;
  return { kind: "edited", externalId: messageId(message), text: textOf(message), at: instant(message.edit_date) };
}

/** In a private chat this comes only when the customer blocks the bot or lets it in again. */
function membership(change: NonNullable<Update["my_chat_member"]>): InboundEvent | undefined {
  const { status } = change.new_chat_member;
  if (change.chat.type !== "private" || change.from.is_bot || (status !== "kicked" && status !== "member")) return undefined;
  return { kind: status === "kicked" ? "blocked" : "unblocked", from: person(change.from), at: instant(change.date) };
}

/** Messages of a connected business account are the owner's affair. */
function isFromCustomer(message: Message & { from: User }): boolean {
  return message.chat.type === "private" && !message.from.is_bot && message.business_connection_id === undefined;
}

function person(user: User): From {
  const name = fullName(user);
  return { externalId: String(integer(user.id)), ...(name ? { name } : {}), ...(user.username ? { username: clean(user.username) } : {}) };
}

/** The code of a deep link, `t.me/BOT?start=CODE`, comes as `/start CODE` (https://core.telegram.org/bots/features#deep-linking). */
function sourceDetail(text: string): { sourceDetail?: string } {
  const code = /^\/start(?:@\w+)? ([\w-]{1,64})$/.exec(text)?.[1];
  return code === undefined ? {} : { sourceDetail: code };
}

function messageId(message: Message): string {
  return `${integer(message.chat.id)}:${integer(message.message_id)}`;
}

/** Telegram's times are in seconds since 1970. */
function instant(seconds: number): number {
  return integer(seconds) * 1000;
}

function integer(value: number): number {
  if (!Number.isSafeInteger(value)) throw new TypeError("an update without an id or a time");
  return value;
}

import type { Message, Update, User } from "grammy/types";
import type { From, NewMessage } from "#core/model/inbound.ts";
import type { InboundEvent } from "#core/ports/channel.ts";
import { clean, contentOf, fullName, ownPhone } from "./content.ts";
import { kindsIn } from "./kinds.ts";
import { kindOfUpdate } from "./update-kinds.ts";

/** Hears the kind of an update, of a message in a chat of another sort, or of a message without words that is left out. */
export type Ignore = (kind: string) => void;

/**
 * An update in our words; undefined for what makes no contact: groups, channels, bots, service messages. Whatever is left
 * out is named to `ignore`, once. Throws when the update is not of Telegram's shape.
 */
export function parse(update: Update, account: string, ignore: Ignore = () => {}): InboundEvent | undefined {
  if (update.message) return newMessage(update.message, account, ignore);
  if (update.edited_message) return edit(update.edited_message, account, ignore);
  if (update.my_chat_member) return membership(update.my_chat_member, ignore);
  ignore(kindOfUpdate(update));
  return undefined;
}

type PrivateMessage = NonNullable<Update["message"]>;

function newMessage(message: PrivateMessage, account: string, ignore: Ignore): InboundEvent | undefined {
  const found = messageOf(message, account, ignore);
  return found && { kind: "message", message: found };
}

/** A live location is edited every few seconds; where it began is what counts. */
function edit(message: NonNullable<Update["edited_message"]>, account: string, ignore: Ignore): InboundEvent | undefined {
  if (message.location) {
    ignore("live_location");
    return undefined;
  }
  const found = messageOf(message, account, ignore);
  return found && { kind: "edited", message: found, at: instant(message.edit_date) };
}

function messageOf(message: PrivateMessage, account: string, ignore: Ignore): NamedMessage | undefined {
  const elsewhere = notFromCustomer(message);
  if (elsewhere !== undefined) {
    ignore(elsewhere);
    return undefined;
  }
  const { text, media, placeholder } = contentOf(message);
  if (text === "" && media.length === 0) {
    ignore(kindsIn(message)[0] ?? "empty");
    return undefined;
  }
  const phone = ownPhone(message.contact, message.from);
  const forwarded = isForwarded(message);
  const quoted = message.quote?.text;
  return {
    channel: "telegram",
    account,
    ...(forwarded ? {} : sourceDetail(text)),
    externalId: messageId(message),
    direction: "inbound",
    author: "customer",
    from: { ...person(message.from), ...(phone ? { phone, verified: ["phone"] as const } : {}) },
    text,
    media,
    ...(forwarded ? { forwarded } : {}),
    ...(placeholder ? { placeholder } : {}),
    ...(quoted ? { quoted: clean(quoted) } : {}),
    sentAt: instant(message.date),
    origin: "platform",
  };
}

type NamedMessage = NewMessage & { externalId: string };

/** Older Bot API servers tell it by `forward_date`. */
function isForwarded(message: PrivateMessage): boolean {
  return message.forward_origin !== undefined || "forward_date" in message;
}

/** In a private chat this comes only when the customer blocks the bot or lets it in again. */
function membership(change: NonNullable<Update["my_chat_member"]>, ignore: Ignore): InboundEvent | undefined {
  const { status } = change.new_chat_member;
  if (change.chat.type !== "private" || change.from.is_bot || (status !== "kicked" && status !== "member")) {
    ignore("my_chat_member");
    return undefined;
  }
  return { kind: status === "kicked" ? "blocked" : "unblocked", from: person(change.from), at: instant(change.date) };
}

/** What a message is that no customer wrote to the bot, by a closed word. Those of a connected business account are the owner's affair. */
function notFromCustomer(message: Message & { from: User }): string | undefined {
  if (message.chat.type !== "private") return "message_of_a_group";
  if (message.from.is_bot) return "message_of_a_bot";
  return message.business_connection_id === undefined ? undefined : "business_message";
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

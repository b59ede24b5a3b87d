import type { Contact, Message, Sticker, User } from "grammy/types";
import type { MediaReference } from "#core/model/messages/media.ts";
import { withAddresses } from "./entities.ts";
import { wordsForKind } from "./kinds.ts";

/** How a file of Telegram is referred to; the bytes are fetched when somebody asks (media.ts). */
export const filePrefix = "telegram://file/";

/** What a message holds: words, which stand for a kind that has none, and files. Both empty when it is a service message. */
export function contentOf(message: Message): { text: string; media: MediaReference[]; placeholder?: true } {
  const { text = message.caption, entities = message.caption_entities } = message;
  const media = mediaOf(message);
  const words = text === undefined ? wordsFor(message) : withAddresses(text, entities);
  const kind = words === undefined && media.length === 0 ? wordsForKind(message) : undefined;
  return kind === undefined ? { text: clean(words ?? ""), media } : { text: clean(kind), media, placeholder: true };
}

/** The database cannot give back NUL or half of a surrogate pair. */
export function clean(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

function wordsFor(message: Message): string | undefined {
  const { venue, location, contact, sticker, dice, poll } = message;
  if (venue) return `📍 ${venue.title}, ${venue.address} (${position(venue.location)})`;
  if (location) return `📍 ${position(location)}`;
  if (contact) return contactWords(contact, message.from);
  return sticker?.emoji ?? dice?.emoji ?? (poll?.question ? `📊 ${poll.question}` : undefined);
}

function position({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `${latitude}, ${longitude}`;
}

/** The number of somebody else stays out of the text, where it would be taken for the sender's own; it is in the card. */
function contactWords(contact: Contact, from: User | undefined): string {
  return ownPhone(contact, from) ?? `👤 ${fullName(contact)}`;
}

/** The sender's number when they shared their own contact: Telegram finds the user id by the number, and so attests it. */
export function ownPhone(contact: Contact | undefined, from: User | undefined): string | undefined {
  if (!contact || !from || contact.user_id !== from.id) return undefined;
  return contact.phone_number.startsWith("+") ? contact.phone_number : `+${contact.phone_number}`;
}

export function fullName(person: { first_name: string; last_name?: string }): string {
  return clean([person.first_name, person.last_name].filter(Boolean).join(" "));
}

/** References to what came with a message. A document is left out when it is the second form of an animation. */
function mediaOf(message: Message): MediaReference[] {
  const { photo, document, video, animation, audio, voice, video_note: note, sticker, contact, live_photo: live } = message;
  const files = [
    photo && { ...largest(photo), mime_type: "image/jpeg" },
    live && { mime_type: "video/mp4", ...live },
    animation ? { mime_type: "video/mp4", ...animation } : document,
    video && { mime_type: "video/mp4", ...video },
    audio && { mime_type: "audio/mpeg", ...audio },
    voice && { mime_type: "audio/ogg", ...voice },
    note && { ...note, mime_type: "video/mp4" },
    sticker && { ...sticker, mime_type: stickerType(sticker) },
  ];
  const references = files.flatMap((file) =>
    file?.file_id ? [{ url: filePrefix + file.file_id, type: file.mime_type ?? "application/octet-stream" }] : [],
  );
  return contact && !ownPhone(contact, message.from) ? [...references, card(contact)] : references;
}

function largest<Size extends { width: number; height: number }>(sizes: readonly Size[]): Size | undefined {
  return sizes.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
}

function stickerType({ is_animated: animated, is_video: video }: Sticker): string {
  return animated ? "application/x-tgsticker" : video ? "video/webm" : "image/webp";
}

/** A vCard within its own reference (RFC 2397): Telegram keeps no file of it. */
function card(contact: Contact): MediaReference {
  const lines = ["BEGIN:VCARD", "VERSION:3.0", `FN:${fullName(contact)}`, `TEL:${contact.phone_number}`, "END:VCARD"];
  return { url: `data:text/vcard;charset=utf-8,${encodeURIComponent(contact.vcard ?? lines.join("\r\n"))}`, type: "text/vcard" };
}

import type { ConversationMessage } from "#core/model/conversation.ts";
import type { WaitReason } from "#core/model/vocabulary.ts";

/** Stickers come as these media types; a file of one of them that has words beside it is no sticker. */
const stickers: readonly string[] = ["image/webp", "application/x-tgsticker", "video/webm"];

/** How exports and integrations name a file that they leave out: "[photo: receipt]", "<Media omitted>", "image omitted". */
const named =
  /^\W*(?:(?<picture>photo|foto|picture|pic|image|imagen|screenshot|video|gif)|(?<voice>voice (?:note|message)|audio|nota de voz|ptt)|(?<file>file|document|documento|media|archivo|pdf|location|contact))\b(?:[^\]>]*[\]>]|\s+omitted)\s*$/iu;

/** What a message's files are; null: there are none, or only a sticker. */
export function mediaReason({ text, media, placeholder }: Pick<ConversationMessage, "text" | "media" | "placeholder">): WaitReason | null {
  const isSticker = placeholder || text.trim() === "";
  const files = media.filter(({ type }) => !(isSticker && stickers.includes(type)));
  if (files.length === 0) return namedFile(text);
  if (files.some(({ type }) => type.startsWith("audio/"))) return "voice_note";
  return files.some(({ type }) => /^(?:image|video)\//.test(type)) ? "picture" : "file";
}

function namedFile(text: string): WaitReason | null {
  const groups = /^\W*[[<\u200e]|omitted\s*$/u.test(text) ? named.exec(text)?.groups : undefined;
  if (!groups) return null;
  return groups.picture ? "picture" : groups.voice ? "voice_note" : "file";
}

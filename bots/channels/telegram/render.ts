import { InputFile } from "grammy";
import type { Refusal } from "#core/model/delivery.ts";
import type { OutboundFile, OutboundMessage } from "#core/ports/channel.ts";
import { filePrefix } from "./content.ts";
import { rules } from "./rules.ts";

/** One call of the Bot API, or why there is none to make. */
export type Rendered =
  | { method: "sendMessage"; payload: { chat_id: number; text: string } }
  | { method: "sendPhoto"; payload: { chat_id: number; photo: string | InputFile; caption?: string } }
  | { method: "sendVoice"; payload: { chat_id: number; voice: string | InputFile; caption?: string } }
  | { method: "sendDocument"; payload: { chat_id: number; document: string | InputFile; caption?: string } }
  | { refused: Refusal };

/** One message is one call, so that one delivery has one answer: what would take several is refused. */
export function render({ to, text, media }: OutboundMessage): Rendered {
  if (!/^[1-9]\d{0,15}$/.test(to)) return { refused: "no_chat" };
  const chat_id = Number(to);
  const [first, ...more] = media;
  if (!first)
    return fits(text, rules.text.maxLength) && text.trim() !== ""
      ? { method: "sendMessage", payload: { chat_id, text } }
      : { refused: "invalid_message" };

  const file = fileOf(first);
  if (file === undefined || more.length > 0 || !fits(text, rules.text.maxCaptionLength)) return { refused: "invalid_message" };
  const caption = text === "" ? {} : { caption: text };
  if (photoTypes.includes(first.type)) return { method: "sendPhoto", payload: { chat_id, photo: file, ...caption } };
  // By address Telegram takes no voice notes of more than 1 MB, and would show others as files all the same.
  if (first.content && voiceTypes.includes(first.type)) return { method: "sendVoice", payload: { chat_id, voice: file, ...caption } };
  return { method: "sendDocument", payload: { chat_id, document: file, ...caption } };
}

const photoTypes = ["image/jpeg", "image/png"];
/** https://core.telegram.org/bots/api#sendvoice */
const voiceTypes = ["audio/ogg", "audio/mpeg", "audio/mp4", "audio/x-m4a"];

function fits(text: string, limit: number): boolean {
  return text.length <= limit || [...text].length <= limit;
}

/** A file that we hold is handed over; one that Telegram has is named by its id; any other it fetches from its address. */
function fileOf({ url, content }: OutboundFile): string | InputFile | undefined {
  if (content) return new InputFile(content.bytes, content.name);
  if (url.startsWith(filePrefix)) return url.slice(filePrefix.length) || undefined;
  return /^https?:\/\//.test(url) ? url : undefined;
}

import type { Refusal } from "#core/model/delivery.ts";
import type { OutboundMessage } from "#core/ports/channel.ts";
import { filePrefix } from "./content.ts";
import { rules } from "./rules.ts";

/** One call of the Bot API, or why there is none to make. */
export type Rendered =
  | { method: "sendMessage"; payload: { chat_id: number; text: string } }
  | { method: "sendPhoto"; payload: { chat_id: number; photo: string; caption?: string } }
  | { method: "sendDocument"; payload: { chat_id: number; document: string; caption?: string } }
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

  const file = fileOf(first.url);
  if (file === undefined || more.length > 0 || !fits(text, rules.text.maxCaptionLength)) return { refused: "invalid_message" };
  const caption = text === "" ? {} : { caption: text };
  return photoTypes.includes(first.type)
    ? { method: "sendPhoto", payload: { chat_id, photo: file, ...caption } }
    : { method: "sendDocument", payload: { chat_id, document: file, ...caption } };
}

const photoTypes = ["image/jpeg", "image/png"];

function fits(text: string, limit: number): boolean {
  return text.length <= limit || [...text].length <= limit;
}

/** A file that Telegram has is named by its id; any other it fetches from its address. */
function fileOf(url: string): string | undefined {
  if (url.startsWith(filePrefix)) return url.slice(filePrefix.length) || undefined;
  return /^https?:\/\//.test(url) ? url : undefined;
}

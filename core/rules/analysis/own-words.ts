import type { MessageRecord } from "#core/model/records.ts";
import { ownText } from "#core/rules/contactability/own-lines.ts";

/** What tells whose the words of a message are; by default its author's. */
export type AuthoredText = Pick<MessageRecord, "text" | "direction"> & { forwarded?: boolean | undefined; placeholder?: boolean | undefined };

/**
 * The part of a message that its author said: what is forwarded, quoted, names a kind without words, or stands below a signature's mark is kept and shown,
 * but gives no detail, intent, opt-out or score (product.md §2). The whole text where nothing of that is in it.
 */
export function ownWords({ text, direction, forwarded, placeholder }: AuthoredText): string {
  if (forwarded || placeholder) return "";
  return direction === "inbound" ? ownText(text) : text;
}

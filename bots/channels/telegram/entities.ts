import type { MessageEntity } from "grammy/types";

/**
 * The words of a message with the addresses that stand behind them: "here (https://example.com)". All other entities keep their
 * words. Offsets count UTF-16 units, as strings do (https://core.telegram.org/bots/api#messageentity).
 */
export function withAddresses(text: string, entities: readonly MessageEntity[] = []): string {
  const links = entities.filter((entity) => entity.type === "text_link").toSorted((a, b) => b.offset - a.offset);
  return links.reduce((words, { offset, length, url }) => {
    const end = offset + length;
    return isWritten(words.slice(offset, end), url) ? words : `${words.slice(0, end)} (${url})${words.slice(end)}`;
  }, text);
}

/** The words are the address already, perhaps without its beginning. */
function isWritten(words: string, url: string): boolean {
  const bare = (address: string) =>
    address
      .trim()
      .replace(/^(?:https?:\/\/|mailto:|tel:)/i, "")
      .replace(/\/$/, "");
  return bare(words) === bare(url);
}

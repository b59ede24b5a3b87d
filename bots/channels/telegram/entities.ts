import type { MessageEntity } from "grammy/types";

const quotes: readonly MessageEntity["type"][] = ["blockquote", "expandable_blockquote"];

type Insertion = { at: number; words: string };

/**
 * The words of a message with the addresses that stand behind them, "here (https://example.com)", and with "> " before each line
 * of a quotation, as in an e-mail. All other entities keep their words. Offsets count UTF-16 units, as strings do
 * (https://core.telegram.org/bots/api#messageentity).
 */
export function withAddresses(text: string, entities: readonly MessageEntity[] = []): string {
  const links = entities.flatMap((entity) => addressOf(text, entity));
  const marks = entities.flatMap((entity) => quoteMarks(text, entity));
  // From the end on: what stands before stays where it is. Of one place, the address belongs to the words before it.
  const inOrder = [...marks, ...links].toSorted((a, b) => b.at - a.at);
  return inOrder.reduce((words, { at, words: added }) => `${words.slice(0, at)}${added}${words.slice(at)}`, text);
}

function addressOf(text: string, entity: MessageEntity): Insertion[] {
  if (entity.type !== "text_link") return [];
  const at = entity.offset + entity.length;
  return isWritten(text.slice(entity.offset, at), entity.url) ? [] : [{ at, words: ` (${entity.url})` }];
}

/** One before each line, and an end of the line where words go on behind the quotation. */
function quoteMarks(text: string, { type, offset, length }: MessageEntity): Insertion[] {
  if (!quotes.includes(type)) return [];
  const end = offset + length;
  const starts = [...text.slice(offset, end).matchAll(/\n/g)].map(({ index }) => offset + index + 1).filter((at) => at < end);
  const marks = [offset, ...starts].map((at) => ({ at, words: "> " }));
  const goesOn = end < text.length && text[end] !== "\n" && text[end - 1] !== "\n";
  return goesOn ? [...marks, { at: end, words: "\n" }] : marks;
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

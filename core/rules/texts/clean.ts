import { linksIn } from "./links.ts";

const longestName = 60;

/** One line without characters that a channel or a template would interpret, so that a customer's text is inserted as plain words. */
export function cleanWords(text: string, longest: number): string | null {
  const plain = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .replace(/[{}<>[\]*_~`|\\]+/g, " ")
    .replace(/ +/g, " ")
    .trim();
  return cut(plain, longest).trim() || null;
}

/** A person's or a company's name, at most 60 characters; null when nothing of it is a name, or a link is in it. */
export function cleanName(name: string | null): string | null {
  const plain = cleanWords((name ?? "").replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu, " "), longestName);
  return plain !== null && /\p{L}/u.test(plain) && !hasLink(plain) ? plain : null;
}

/** Words that were said, on one line, without links. */
export function cleanQuote(quote: string | null, longest: number): string | null {
  if (quote === null) return null;
  const linkless = linksIn(quote).reduce((left, { text }) => left.replace(text, " "), quote);
  const plain = cleanWords(linkless, longest);
  return plain !== null && /[\p{L}\p{N}]/u.test(plain) && !hasLink(plain) ? plain : null;
}

export function hasLink(text: string): boolean {
  return linksIn(text).length > 0;
}

/** The text cut to a number of characters, without splitting one; `…` shows that it was longer. */
function cut(text: string, longest: number): string {
  const characters = [...text];
  return characters.length <= longest
    ? text
    : `${characters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}

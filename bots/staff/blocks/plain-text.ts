import { emojiNamed } from "./emoji.ts";

/** What Slack sends in place of names and emoji. */
export type SlackNames = {
  /** The display name of a user by id, where it is known. */
  users?: ReadonlyMap<string, string>;
  /** Emoji by their Slack name, without the colons. */
  emoji?: ReadonlyMap<string, string>;
};

/**
 * A message as a person sees it: Slack escapes three characters, wraps links and mentions in angle brackets, and writes emoji
 * and formatting with marks, which no other platform reads.
 */
export function plainText(text: string, names: SlackNames = {}): string {
  return unwrapped(text, names, (marked) => withoutMarks(withEmoji(marked, names.emoji)));
}

/** The words after a command as they were typed: Slack formats none of them, so that a mark is a letter like others. */
export const typedText = (text: string): string => unwrapped(text, {}, (marked) => marked);

function unwrapped(text: string, names: SlackNames, format: (marked: string) => string): string {
  const tokens: string[] = [];
  // No mark within a link or a mention is formatting.
  const marked = text.replaceAll(place, "").replace(/<[^<>]+>/g, (token) => `${place}${tokens.push(wordsOfToken(token, names)) - 1}${place}`);
  return format(marked)
    .replace(/\ue000(\d+)\ue000/g, (_whole, at: string) => tokens[Number(at)] ?? "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}

/** Stands around the number of a link or mention while marks are taken out: of private use, and so in nobody's words. */
const place = "\ue000";

function wordsOfToken(token: string, { users }: SlackNames): string {
  const [address = "", label] = token.slice(1, -1).split("|", 2);
  if (/^https?:/.test(address)) return label === undefined || address.includes(label) ? address : `${label} (${address})`;
  if (/^(?:mailto|tel):/.test(address)) return label ?? address.replace(/^(?:mailto|tel):/, "");
  if (address.startsWith("@")) return label ?? users?.get(address.slice(1)) ?? "";
  if (/^!(?:here|channel|everyone)$/.test(address)) return "";
  return label ?? (/^[#!]/.test(address) ? "" : token);
}

/** Bold, italics and struck out, where Slack takes them for that: not within words, numbers and paths. */
const marks = [
  /(?<![\p{L}\p{N}/*])\*(?=\S)([^\n*]*?\S)\*(?![\p{L}\p{N}/*])/gu,
  /(?<![\p{L}\p{N}/_])_(?=\S)([^\n_]*?\S)_(?![\p{L}\p{N}/_])/gu,
  /(?<![\p{L}\p{N}/~])~(?=\S)([^\n~]*?\S)~(?![\p{L}\p{N}/~])/gu,
];

function withoutMarks(text: string): string {
  const withoutCode = text.replace(/```\n?([^`]*?)\n?```/g, "$1").replace(/`([^`\n]+)`/g, "$1");
  return marks.reduce((words, mark) => words.replace(mark, "$1"), withoutCode);
}

/** What the rich text of a message names is an emoji wherever it stands; other names are, where no letter or digit is beside them ("a:b:c"). */
function withEmoji(text: string, emoji: SlackNames["emoji"]): string {
  const named = text.replace(/:([a-z0-9_+'-]+):(?::skin-tone-[2-6]:)?/g, (whole, name: string) => emoji?.get(name) ?? whole);
  return named.replace(
    /(?<![\p{L}\p{N}]):([a-z0-9_+'-]+):(?::skin-tone-([2-6]):)?(?![\p{L}\p{N}])/gu,
    (whole, name: string, tone?: string) => emojiNamed(name, tone === undefined ? null : Number(tone)) ?? whole,
  );
}

/** Emoji of a message by name, as its rich text has them: each with its code points in hex (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block). */
export function emojiIn(blocks: unknown): Map<string, string> {
  const found = new Map<string, string>();
  const read = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) read(each);
    if (typeof value !== "object" || value === null) return;
    if ("type" in value && value.type === "emoji" && "name" in value && "unicode" in value) {
      const codes = String(value.unicode)
        .split("-")
        .map((code) => Number.parseInt(code, 16));
      if (codes.every((code) => code > 0 && code <= 0x10ffff)) found.set(String(value.name), String.fromCodePoint(...codes));
    }
    if ("elements" in value) read(value.elements);
  };
  read(blocks);
  return found;
}

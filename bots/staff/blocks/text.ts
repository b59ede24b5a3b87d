/** Slack's limits (docs.slack.dev/reference/block-kit), in UTF-16 units or entries. */
export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  sectionText: 3000,
  fieldText: 2000,
  fields: 10,
  headerText: 150,
  contextElements: 10,
  actionElements: 25,
  buttonText: 75,
  value: 2000,
  optionText: 75,
  optionValue: 150,
  options: 100,
  overflowOptions: 5,
  modalTitle: 24,
  modalButton: 24,
  metadata: 3000,
  inputText: 3000,
  label: 2000,
  placeholder: 150,
  id: 255,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
} as const;

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
// Joiners stay, since emoji and Persian need them. Characters that reorder or hide text go, so that nobody can forge our words.
const unseen = /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Escapes what Slack would read as a mention, a link or an entity, so that `<!channel>` notifies nobody. */
// biome-ignore lint/suspicious/noShadowRestrictedNames: the old global of that name is for addresses, and nobody here wants it
export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** At most `max` UTF-16 units, cut between what people see as characters, with … where something is missing. */
export function clip(text: string, max: number): string {
  return text.length <= max ? text : `${beginning(text, max - 1)}…`;
}

/** A text of somebody else for a mrkdwn object: escaped, without formatting, at most `max` long as Slack counts. */
export function mrkdwn(text: string, max: number = limits.sectionText): string {
  const clean = harmless(tidy(text));
  const escaped = escape(clean);
  return escaped.length <= max ? escaped : `${escape(beginning(clean, max - 1, escape))}…`;
}

/** Like `mrkdwn`, on one line. Right-to-left text is isolated, so that it does not reorder our own words beside it. */
export function inline(text: string, max = 200): string {
  const words = mrkdwn(tidy(text).replace(/\s+/g, " ").trim(), max - 2);
  return rightToLeft.test(words) ? `\u2068${words}\u2069` : words;
}

/** For a plain_text object, which knows no mentions; angle brackets become harmless all the same: old clients read them. */
export function plain(text: string, max: number): string {
  const words = clip(withoutEmojiNames(tidy(text).replace(/\s+/g, " ").trim()).replaceAll("<", "‹").replaceAll(">", "›"), max);
  return words === "" ? "–" : words;
}

/**
 * A line of ours that may hold somebody's words and is shown as mrkdwn in one place and as plain text in another: what would begin a
 * mention or a link is no such thing any more.
 */
export function withoutMentions(line: string): string {
  return line.replaceAll("<", "‹");
}

/** A customer's text as a quotation of at most `lines` lines and `max` UTF-16 units. Empty when nothing of it is visible. */
export function quote(text: string, { max = 600, lines = 6 } = {}): string {
  const [first = "", ...more] = quoteLines(text.length > max * 4 ? text.slice(0, max * 4) : text, max);
  const shown = first.split("\n");
  if (shown.every((line) => line === ">" || line === "> ")) return "";
  const isCut = shown.length > lines || more.length > 0;
  const kept = shown.slice(0, lines).join("\n");
  if (!isCut) return kept;
  return kept.length + 4 <= max ? `${kept}\n> …` : kept;
}

/** The whole text as quotations of at most `max` units each: nothing of it is left out. */
export function quoteAll(text: string, max: number = limits.sectionText): string[] {
  return quoteLines(text, max);
}

/** The name to show for a contact; a name without visible characters counts as none. */
export function nameOf(contact: { name: string | null; email?: string | null; phone?: string | null }): string {
  return [contact.name, contact.email, contact.phone].find((each) => each && hasSomethingToSee(each)) ?? "Somebody without a name";
}

/** A name in bold. */
export function bold(text: string, max = 80): string {
  return `*${hasSomethingToSee(text) ? inline(text, max) : "–"}*`;
}

export const plural = (count: number, one: string, many = `${one}s`): string => `${number(count)} ${count === 1 ? one : many}`;
export const number = (value: number): string => value.toLocaleString("en-US");
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

function quoteLines(text: string, max: number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const line of tidy(text)
    .trim()
    .split("\n")
    .flatMap((each) => pieces(each, max - 2))) {
    const quoted = `> ${line}`;
    if (part !== "" && part.length + 1 + quoted.length > max) {
      parts.push(part);
      part = "";
    }
    part = part === "" ? quoted : `${part}\n${quoted}`;
  }
  return [...parts, part];
}

/** A line, escaped, in pieces of at most `max`: longer than that only when it must be. */
function pieces(line: string, max: number): string[] {
  const clean = harmless(line);
  const escaped = escape(clean);
  if (escaped.length <= max) return [escaped];
  const found: string[] = [];
  for (let rest = clean; rest !== ""; ) {
    const piece = beginning(rest, max, escape) || beginningOfPoints(rest, Math.floor(max / 5));
    found.push(escape(piece));
    rest = rest.slice(piece.length);
  }
  return found;
}

/** The longest beginning of whole graphemes that costs at most `max`; a cost is never less than a length. */
function beginning(text: string, max: number, shown: (text: string) => string = (each) => each): string {
  let used = 0;
  for (const { segment, index } of graphemes.segment(text.slice(0, max + 1))) {
    used += shown(segment).length;
    if (used > max) return text.slice(0, index);
  }
  return text.slice(0, max);
}

function beginningOfPoints(text: string, max: number): string {
  const cut = text.slice(0, max);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}

function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replaceAll("\t", " ")
    .replace(unseen, (character) => (character === "\n" ? "\n" : ""));
}

/** Slack's marks for bold, struck and code look the same but do nothing; so does _ where it would begin or end something. */
function harmless(text: string): string {
  return withoutEmojiNames(text)
    .replaceAll("*", "∗")
    .replaceAll("~", "∼")
    .replaceAll("`", "ˋ")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "ˍ");
}

/** A name between colons would become an emoji, also where a digit or letter stands beside it; "10:30:15" is none. */
function withoutEmojiNames(text: string): string {
  return text.replace(/:(?=[\p{L}\p{N}_+'-]*[\p{L}_+'-][\p{L}\p{N}_+'-]*:)/gu, "∶");
}

function hasSomethingToSee(text: string): boolean {
  return tidy(text).replace(/\s|\u200C|\u200D|\u3164|\u115F|\u1160|\uFFA0|\u2800/gu, "") !== "";
}

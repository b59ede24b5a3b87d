/** Where a spreadsheet that splits on another delimiter begins a new cell inside ours. */
const separators = new Set([";", "\t", "|", "\r", "\n"]);
/** What a spreadsheet takes for the beginning of a formula, in ASCII, full width and small forms. */
const signs = new Set("=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b");
/** Blanks, invisible characters, quotes and apostrophes: they can stand before a formula and hide it. */
const hiding = /[\s\p{Z}\p{Cc}\p{Cf}\p{DI}"'\u2800]/u;
/** A phone in E.164: numbers stay usable as they are. */
const phone = /^\+[0-9]*$/;
const special = /[",\r\n]/;

/** A text as a cell of our CSV files (RFC 4180, commas): quoted where needed, and never a formula in any spreadsheet. */
export function csvCell(text: string): string {
  const guarded = guardFormulas(text);
  return special.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/**
 * Puts an apostrophe before whatever would be a formula, at the beginning and after each separator, and before a text with
 * white space around it, which is trimmed otherwise. `unguardFormulas` takes back exactly what this adds.
 */
export function guardFormulas(text: string): string {
  return phone.test(text) ? text : cutAt(text, startsOf(text)).join("'");
}

/** The text without the apostrophes that guard it, as our exports and those of others write them. */
export function unguardFormulas(text: string): string {
  if (!text.includes("'")) return text;
  const [first = "", ...rest] = cutAt(text, startsOf(text));
  return first + rest.map((part) => (part.startsWith("'") ? part.slice(1) : part)).join("");
}

/** Where cells begin that a spreadsheet would run, or that would be trimmed; in one pass from the end, whatever the text. */
function startsOf(text: string): number[] {
  const starts: number[] = [];
  let leadsToSign = false;
  for (let at = text.length - 1; at >= 0; at--) {
    const char = text[at] ?? "";
    leadsToSign = signs.has(char) || (leadsToSign && hiding.test(char));
    if (leadsToSign && beginsCell(text, at)) starts.push(at);
  }
  if (starts.at(-1) !== 0 && isTrimmed(text)) starts.push(0);
  return starts.reverse();
}

function beginsCell(text: string, at: number): boolean {
  const before = text[at - 1];
  return before === undefined || (separators.has(before) && !(before === "\r" && text[at] === "\n"));
}

function cutAt(text: string, places: readonly number[]): string[] {
  return [0, ...places].map((from, index) => text.slice(from, places[index] ?? text.length));
}

function isTrimmed(text: string): boolean {
  const plain = text.replace(/^'+/, "");
  return plain !== plain.trim();
}

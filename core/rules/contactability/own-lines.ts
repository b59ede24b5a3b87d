import { isKnownWord } from "#core/rules/analysis/phrases/rulebook.ts";
import { foldText, namedWords } from "#core/rules/text/text.ts";
import { unquotedLines } from "./quoted-lines.ts";
import { withoutToldWords } from "./told-words.ts";

/** A signature is looked for in short messages only: a longer message is more than a keyword. */
const longest = 300;

/** A name of one to four words with capitals, with "de la" and the like between, after a dash, on a line of its own, or after thanks. */
const particles = "(?:(?:de|del|la|las|los|da|das|do|dos|di|van|von|der|den|bin|al|el|y) ){0,3}";
const name = String.raw`(?<name>\p{Lu}[\p{L}\p{M}.'’-]*(?: ${particles}\p{Lu}[\p{L}\p{M}.'’-]*){0,3})[\s.!]*$`;
const signatures = [
  new RegExp(String.raw`(?:\n[-–—~]?|[^\S\n]+[-–—~]|[–—])\s*${name}`, "u"),
  new RegExp(
    String.raw`(?<=\b(?i:thanks|thank you|thx|regards|gracias|saludos|salamat|salamat po|obrigad[oa]|merci|danke|grazie))[,.!]?\s+${name}`,
    "u",
  ),
];

/** A text without quoted, passed on and told words and what stands below the sender's own; the text itself where there is none of it. */
export function ownText(text: string): string {
  const lines = text.split("\n");
  return unquotedLines(lines).map(withoutToldWords).join("\n");
}

/** The sender's own lines of a short message, and the same without a signature; null: there is none. */
export function ownLines(text: string): { said: string; unsigned: string | null } {
  const said = ownText(text.slice(0, 2_000))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
  return { said, unsigned: said.length > longest ? null : withoutSignature(said) };
}

/** Words of the language are not taken for a name: "Cancel - Order". */
function withoutSignature(said: string): string | null {
  for (const signature of signatures) {
    const found = signature.exec(said);
    const capitalised = found?.groups?.name?.split(" ").filter((word) => /^\p{Lu}/u.test(word)) ?? [];
    const words = namedWords(foldText(capitalised.join(" ")));
    if (found && !words.some(isKnownWord)) return said.slice(0, found.index);
  }
  return null;
}

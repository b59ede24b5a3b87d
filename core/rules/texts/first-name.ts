import { foldText } from "#core/rules/text/text.ts";
import { cleanName } from "./clean.ts";

/** Forms of address in English, Tagalog and Spanish that stand before a name. */
const titles = new Set(
  (
    "mr mrs ms miss mx dr dra doc doctor doctora prof profesor profesora engr eng atty arch rev fr sir maam ma'am madam mam hon capt lt col sgt " +
    "sr sra srta senor senora senorita don dona lic ing g gng bb ginoo ginang binibini ate kuya tita tito"
  ).split(" "),
);

/** Suffixes that may follow a comma and are not a first name. */
const suffixes = new Set("jr sr ii iii iv md phd rn cpa esq dmd dds mba".split(" "));

/** Shortened first names that a second one goes with: "Ma. Teresa". */
const shortened = new Set(["ma", "mª"]);

const bare = (word: string) => foldText(word).replace(/\.+$/, "");

/** How a person is addressed, from the name as it is kept: "Dela Cruz, Maria" and "DR. MARIA CRUZ" are Maria. Null: no name says it. */
export function firstNameOf(name: string | null): string | null {
  const words = withoutTitles(givenNames(cleanName(name) ?? ""));
  const [first, second] = words;
  if (first === undefined) return null;
  if (shortened.has(bare(first)) && second !== undefined) return `${cased(first)} ${cased(second)}`;
  // An initial is not used to address a person.
  return [...bare(first)].length === 1 && /\p{Script=Latin}/u.test(first) ? words.map(cased).join(" ") : cased(first);
}

/** What comes after the comma, if that is a name. */
function givenNames(name: string): string[] {
  const [before = "", after = ""] = name.split(",", 2).map((part) => part.trim());
  const isGiven = after !== "" && !suffixes.has(bare(after)) && /\p{L}/u.test(after);
  return (isGiven ? after : before).split(" ").filter((word) => /\p{L}/u.test(word));
}

function withoutTitles(words: readonly string[]): string[] {
  const at = words.findIndex((word) => !titles.has(bare(word)));
  return at === -1 ? [] : words.slice(at);
}

/** Capitalizes a name that is all upper or all lower case; other names stay as their owner writes them. */
function cased(word: string): string {
  const isLoud = word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase();
  const isQuiet = word === word.toLowerCase();
  if (!isLoud && !isQuiet) return word;
  return word.toLowerCase().replace(/(^|[-'’])(\p{L})/gu, (_whole, before: string, letter: string) => before + letter.toUpperCase());
}

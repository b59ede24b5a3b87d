import { unseen } from "./visible.ts";

/** Letters that Unicode does not decompose, each as it is written on a keyboard that lacks it. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", þ: "th", ŋ: "ng", ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ŧ: "t", ı: "i", ĸ: "k", ə: "e" },
  ...{ ɛ: "e", ɔ: "o", ɓ: "b", ɗ: "d", ɖ: "d", ƙ: "k", ƴ: "y", ɲ: "n", ƒ: "f", ɣ: "g", ɨ: "i", ʉ: "u", ʋ: "v" },
  // The Greek sigma at the end of a word, and the Cyrillic letter that most people write as е.
  ...{ ς: "σ", ё: "е" },
  // Arabic letters that keyboards of other countries and hurried hands write in another way.
  ...{ أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه", ە: "ه", ہ: "ه" },
};
const plainLetter = new RegExp(`[${Object.keys(plainLetters).join("")}]`, "gu");

/** Marks that look alike and that phones put in for each other. */
const apostrophes = /[\u2018-\u201b\u02b9\u02bb-\u02bd\u02c8\u2032\u00b4`\uff07\uff40\u05f3\u055a\ua78c]/gu;
const quotationMarks = /[\u201c-\u201f\u2033\u00ab\u00bb\u05f4\uff02\u301d-\u301f]/gu;
const hyphens = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d\u05be]/gu;

/** Vowel points and signs of recitation of Hebrew, Arabic and Syriac, and the Arabic stroke that lengthens a word: all optional. */
const optionalPoints =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0730-\u074a]/gu;

/** Devanagari: a nasal before a consonant of its own place is written as such or as a dot, and the dot with or without a crescent. */
const devanagariNasals = /ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])|ँ/gu;

/** Scripts that put no blanks between words, for a character class of a regular expression with the flag v. */
export const unspacedScripts = ["Han", "Hiragana", "Katakana", "Bopomofo", "Thai", "Lao", "Khmer", "Myanmar", "Tibetan"]
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join("");

const plainAscii = /^[\x20-\x5f\x61-\x7e]*$/;

/**
 * The form in which words, names and labels are compared, in search, keywords, tags and columns: lower case; accents, optional
 * points and compatibility forms folded, apostrophes, quotation marks and hyphens of one kind each, white space as single blanks.
 */
export function foldText(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase().replace(/ +/g, " ").trim();
  // Compatibility forms take an acute accent that stands alone for a blank with a mark.
  const plain = text.replaceAll("\u00b4", "'").normalize("NFKD").toLowerCase();
  return foldMarks(foldPunctuation(plain))
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** The source of a regular expression that is run over folded texts: its letters are folded, its syntax is not touched. */
export function foldPattern(source: string): string {
  return source
    .replace(apostrophes, "'")
    .replace(quotationMarks, '"')
    .replace(hyphens, "\\-")
    .replace(/(?:[^\p{ASCII}]|[a-z]\p{M})+/giu, (written) =>
      foldMarks(written.normalize("NFKD").replace(/[^\p{ASCII}]/gu, (letter) => letter.toLowerCase())),
    );
}

/**
 * A folded text as the search index has it, and as words are looked up there. The index knows runs of three characters: a letter
 * of a script in which one or two are a word stands for three, so that it is found alone.
 */
export function searchForm(folded: string): string {
  return folded.replace(syllable, `$&${filler}${filler}`);
}

/** Never in a folded text. */
const filler = "\u0001";
const syllable = new RegExp(String.raw`[[${unspacedScripts}\p{Script=Hangul}]&&[\p{L}\p{N}]]\p{M}*`, "gv");

/** Runs of letters, digits and their marks in a folded text. */
export function namedWords(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function foldPunctuation(text: string): string {
  return text.replace(apostrophes, "'").replace(quotationMarks, '"').replace(hyphens, "-");
}

/** Of small letters that are decomposed; ASCII stays as it is. */
function foldMarks(decomposed: string): string {
  return decomposed
    .replace(unseen, "")
    .replace(optionalPoints, "")
    .replace(/\p{Me}/gu, "")
    .replace(/(\p{L})(\p{M}+)/gu, (_, letter: string, marks: string) => letter + marksOf(letter, marks))
    .normalize("NFC")
    .replace(devanagariNasals, "ं")
    .replace(plainLetter, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit)));
}

/** The marks that make another letter. On Latin and Greek letters all are accents; on Cyrillic ones those of stress; elsewhere none. */
function marksOf(letter: string, marks: string): string {
  if (/[\p{Script=Latin}\p{Script=Greek}]/u.test(letter)) return "";
  if (!/\p{Script=Cyrillic}/u.test(letter) || /[гк]/u.test(letter)) return marks;
  return marks.replace(/[\u0300\u0301\u030b\u030f\u0311]/gu, "");
}

/** Of a decimal digit of any script: their digits stand in a row from 0 to 9. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

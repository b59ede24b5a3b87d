import { cameBy, contactWords, disowning, others, otherWithin, pointing, theirs, yours } from "../lexicons/others.ts";
import type { Token } from "../tokens/tokens.ts";

/** So many words before a detail, and behind it, are looked at. */
const farthestBefore = 10;
const farthestAfter = 6;

/** What leads on from a detail to whose it is: "0918… is my husband's", "0918… number ng asawa ko". */
const leadsOn = new Set("is are belongs was es era son ay yan yun iyan iyon yung ang ng ni for of de del para kay sa".split(" "));
const mine = new Set(["my", "mi", "our", "nuestro", "nuestra", "aking"]);
const me = new Set(["me", "i", "yo", "soy", "am", "llamame", "escribeme", "ako", "akin"]);

/**
 * True when the sentence says that what stands in tokens [from, to) is somebody else's: "my mom's email is …", "call my husband at
 * …", "number ng asawa ko". The nearest word decides: "my husband is away, call me at …" is the customer's own.
 */
export function isSomebodyElses(tokens: readonly Token[], from: number, to: number): boolean {
  return ownerBefore(tokens, from) ?? ownerAfter(tokens, to);
}

/** The same of the words that lead to a name and end before `to`: "my dog's name is", but not "I am", whatever stands before it. */
export function isNameOfOther(tokens: readonly Token[], lead: { from: number; to: number }, to: number): boolean {
  if (tokens.slice(lead.from, lead.to).some(({ text }) => me.has(text) || mine.has(text) || text === "ko")) return false;
  return isSomebodyElses(tokens, lead.from, to);
}

/** Null: nobody is named. */
function ownerBefore(tokens: readonly Token[], from: number): boolean | null {
  for (let at = from - 1; at >= Math.max(0, from - farthestBefore) && tokens[at + 1]?.gap !== 2; at -= 1) {
    const word = tokens[at]?.text ?? "";
    if (isOther(word) || isOfReader(tokens, at) || isComeBy(tokens, at)) return true;
    if (me.has(word)) return false;
    if (mine.has(word) && isContactWord(tokens[at + 1])) return disowning.has(tokens[at - 1]?.text ?? "");
    if (disowning.has(word) && isContactWord(tokens[at + 1])) return true;
    if ((word === "ko" || word === "namin") && contactWords.has(tokens[at - 1]?.text ?? "")) return false;
  }
  return null;
}

function ownerAfter(tokens: readonly Token[], to: number): boolean {
  let isLed = false;
  for (let at = to; at < Math.min(tokens.length, to + farthestAfter) && tokens[at]?.gap !== 2; at += 1) {
    const word = tokens[at]?.text ?? "";
    isLed ||= leadsOn.has(word) || contactWords.has(word) || cameBy.has(word);
    if ((isLed && isOther(word)) || isOfReader(tokens, at) || isComeBy(tokens, at)) return true;
    if (mine.has(word) && isContactWord(tokens[at + 1])) return false;
    if (!isLed && at > to + 1) return false;
  }
  return false;
}

/** "your number", "su correo". */
function isOfReader(tokens: readonly Token[], at: number): boolean {
  return yours.has(tokens[at]?.text ?? "") && isContactWord(tokens[at + 1]);
}

/** "I got this number from …", and not "you can get me at this number". */
function isComeBy(tokens: readonly Token[], at: number): boolean {
  const isPointedAt = isContactWord(tokens[at]) && pointing.has(tokens[at - 1]?.text ?? "");
  return isPointedAt && tokens.slice(Math.max(0, at - 4), at - 1).some(({ text }, i, before) => cameBy.has(text) && before[i + 1]?.text !== "me");
}

function isContactWord(token: Token | undefined): boolean {
  return token !== undefined && contactWords.has(token.text);
}

/** Also with the ending of the possessive: "dog's", "dogs". */
function isOther(word: string): boolean {
  return others.has(word) || otherWithin.test(word) || theirs.has(word) || others.has(word.replace(/['’]?s$|['’]$/, ""));
}

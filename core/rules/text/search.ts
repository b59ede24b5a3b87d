import { comparedEmail, normalizeEmail } from "../address/email.ts";
import { toE164 } from "../address/phone.ts";
import { digitForms } from "../address/renumbered.ts";
import { foldText, searchForm } from "./text.ts";

/** What `q` looks in: name, e-mail and phone digits, folded, on a line each; e-mail and phone in all their forms. */
export function searchText(name: string | null, email: string | null, phone: string | null): string {
  const emails = email ? [email, comparedEmail(email)].map((each) => searchForm(foldText(each))) : [];
  const phones = phone ? digitForms(phone.replace(/\D/g, "")) : [];
  return [...new Set([...(name ? nameForms(foldText(name)) : []).map(searchForm), ...emails, ...phones])].filter(Boolean).join("\n");
}

/** The one that folding makes of all. */
const apostrophe = "'";

/** A name as it is, and as people look for it who leave out an apostrophe or write two parts as one: "obrien", "annemarie". */
function nameForms(folded: string): string[] {
  const joined = folded.replaceAll(apostrophe, "");
  return [folded, joined, joined.replace(/(?<=\p{L})-(?=\p{L})/gu, "")];
}

/** Phones are stored as digits with the country first: separators go, groups join, and so do the zeros dialled before the number. */
const phonePart = /^[+\d().\-/]+$/;
const phoneLike = /^[+\d().\-/]*\d[+\d().\-/]*$/;

/** The words of `q`, each as it stands in the text above when it is there. */
export function searchWords(q: string): string[] {
  const words = q.replaceAll("\0", " ").split(/\s+/u).flatMap(foldWords);
  if (words.every((word) => phonePart.test(word)) && words.some((word) => phoneLike.test(word))) return [numberSearched(words.join(""))];
  return words.map((word) => (phoneLike.test(word) ? toDigits(word) : searchForm(word)));
}

/** A whole address is looked up in the form in which addresses are compared. */
function foldWords(word: string): string[] {
  const email = word.includes("@") ? normalizeEmail(word) : null;
  const folded = foldText(email === null ? word : comparedEmail(email));
  // Every name is also stored without them; addresses are not.
  return (word.includes("@") ? folded : folded.replaceAll(apostrophe, "")).split(" ").filter(Boolean);
}

/** A whole number with its country's code as it is stored, however it is written; else the digits that there are. */
function numberSearched(written: string): string {
  const number = /^[(+]|^00/.test(written) ? toE164(written, null) : null;
  return toDigits(number ?? written);
}

function toDigits(word: string): string {
  const digits = word.replace(/\D/g, "");
  return digits.replace(/^00?(?=\d)/, "");
}

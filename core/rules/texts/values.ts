import type { ContactRecord } from "#core/model/records.ts";
import { cleanName, cleanQuote, cleanWords, hasLink } from "./clean.ts";
import { firstNameOf } from "./first-name.ts";
import type { TextValues } from "./render.ts";
import { longestAttribute, variables } from "./variables.ts";

export type TextSources = {
  contact: Pick<ContactRecord, "name" | "email" | "phone" | "company" | "attributes"> | null;
  business: string | null;
  branch: string | null;
  /** The words in which we promised, and the words that show why. */
  promise?: string | null;
  quote?: string | null;
};

/** What stands for the variables of a text. What customers have written is cleaned: one line, no links, no marks. */
export function textValues({ contact, business, branch, promise = null, quote = null }: TextSources): TextValues {
  return {
    ...attributesOf(contact?.attributes ?? {}),
    name: cleanName(contact?.name ?? null),
    first_name: firstNameOf(contact?.name ?? null),
    email: addressOf(contact?.email ?? null),
    phone: addressOf(contact?.phone ?? null),
    company: cleanName(contact?.company ?? null),
    business: oneLine(business, variables.business),
    branch: oneLine(branch, variables.branch),
    promise: cleanQuote(promise, variables.promise),
    quote: cleanQuote(quote, variables.quote),
  };
}

function attributesOf(attributes: ContactRecord["attributes"]): TextValues {
  const entries = Object.entries(attributes).map(([key, value]) => {
    const words = value === null ? null : cleanWords(String(value), longestAttribute);
    return [`attributes.${key}`, words !== null && hasLink(words) ? null : words];
  });
  return Object.fromEntries(entries);
}

/** The address unchanged, since cleaning a single letter would make it another person's. */
function addressOf(address: string | null): string | null {
  return address === null || /[{}\s]/u.test(address) ? null : address;
}

/** The business's own words. */
function oneLine(words: string | null, longest: number): string | null {
  return [...(words ?? "").replace(/[{}\s]+/gu, " ").trim()].slice(0, longest).join("") || null;
}

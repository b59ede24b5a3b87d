import { comparedAddress } from "../address/address.ts";
import { normalizeEmail } from "../address/email.ts";
import { likeKeyOf } from "../address/likeness.ts";
import { searchText } from "./search.ts";
import { foldText } from "./text.ts";

/** Raised whenever one of the forms below comes out differently: a database that has older ones is brought up to date when it is opened. */
export const storedFormsVersion = 2;

type FindableContact = { name: string | null; email: string | null; phone: string | null };

/** What a contact is sorted by and found by, from what is shown of it. */
export function contactForms({ name, email, phone }: FindableContact): { nameKey: string; searchText: string } {
  return { nameKey: name === null ? "" : foldText(name), searchText: searchText(name, email, phone) };
}

/** What an address is looked up by, from one that was stored in any form. */
export function addressForms(kind: "email" | "phone", value: string): { value: string; likeKey: string } {
  const address = comparedAddress({ kind, value: kind === "email" ? (normalizeEmail(value) ?? value) : value });
  return { value: address.value, likeKey: likeKeyOf(address) };
}

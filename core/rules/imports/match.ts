import type { IdentityKey } from "#core/model/records.ts";
import { type Address, identityKey } from "#core/rules/address/identity.ts";
import { addressesOf, type ImportedPerson } from "./person.ts";
import { reason } from "./reasons.ts";

/** The contacts that identities and verified addresses belong to. */
export type ImportDirectory = {
  byIdentity(key: string): string | undefined;
  /** All contacts that hold it verified. */
  byAddress(key: string): readonly string[];
  /** Some that have it unverified. */
  declaredBy(key: string): readonly string[];
  /** Everything that a contact is known as. */
  identitiesOf(contactId: string): readonly IdentityKey[];
};

/** `among`: contacts that the row speaks of, and cannot be told to be about one of. */
export type ImportMatch = { contactId: string | null } | { reason: ReturnType<typeof reason>; among: readonly string[] };

export const addressKey = ({ kind, value }: Address) => `${kind}:${value}`;

/** Keys that tell this person from others, identities first. */
export function keysOf(person: ImportedPerson): string[] {
  return [...person.identities.map(identityKey), ...addressesOf(person).map(addressKey)];
}

/** The one contact that all of a row's identities, e-mail and phone speak of, or none; two contacts are never made one here. */
export function matchOf(person: ImportedPerson, directory: ImportDirectory): ImportMatch {
  let among: readonly string[] | null = null;
  const holders = [
    ...person.identities.map((key) => directory.byIdentity(identityKey(key))).map((id) => (id === undefined ? [] : [id])),
    ...addressesOf(person).map((address) => directory.byAddress(addressKey(address))),
  ];
  for (const ids of holders) {
    if (ids.length === 0) continue;
    among = among === null ? ids : among.filter((id) => ids.includes(id));
  }
  if (among === null) return { contactId: null };
  const [contactId, another] = among;
  if (contactId === undefined || another !== undefined) {
    const all = [...new Set(holders.flat())];
    return { reason: reason("several_contacts", null, `is what more than one contact is known by: ${all.join(", ")}`), among: all };
  }
  const taken = person.identities.find((key) => isVetoed(key, directory.identitiesOf(contactId)));
  return taken
    ? { reason: reason("other_identity", null, `contact ${contactId} is somebody else on ${taken.channel}`), among: [contactId] }
    : { contactId };
}

/** The evidence that a row is about this contact. */
export function matchedBy(person: ImportedPerson, contactId: string, directory: ImportDirectory): ReturnType<typeof reason> {
  const isIdentity = person.identities.some((key) => directory.byIdentity(identityKey(key)) === contactId);
  const address = addressesOf(person).find((each) => directory.byAddress(addressKey(each)).includes(contactId));
  return reason("matched_by", null, isIdentity ? "identity" : (address?.kind ?? "identity"));
}

/** E-mail and phone of a row that others have only said are theirs: they are not made one with them here. */
export function declaredReasons(
  person: ImportedPerson,
  contactId: string | null,
  directory: ImportDirectory,
  columnOf: (field: string) => string | null,
) {
  return addressesOf(person).flatMap((address) => {
    if (directory.byAddress(addressKey(address)).length > 0) return [];
    const others = directory.declaredBy(addressKey(address)).filter((id) => id !== contactId);
    const detail = `is what ${others.length === 1 ? "contact" : "contacts"} ${others.join(", ")} said to have, unverified: no reason to take them for one person`;
    return others.length === 0 ? [] : [reason("declared_by", columnOf(address.kind), detail)];
  });
}

/** True when the row has another id on a channel account of the contact: a person has one id on each account (product.md §2). */
export function isVetoed(key: IdentityKey, known: readonly IdentityKey[]): boolean {
  const there = known.filter(({ channel, account }) => channel === key.channel && account === key.account);
  return there.length > 0 && !there.some((held) => identityKey(held) === identityKey(key));
}

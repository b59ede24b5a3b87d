import { type Address, type IdentityKey, identityKey } from "#core/rules/identity.ts";
import { addressesOf, type Person } from "./person.ts";
import { reason } from "./reasons.ts";

/** What is known of whom identities and verified addresses belong to. */
export type Directory = {
  byIdentity(key: string): string | undefined;
  /** All contacts that hold it verified. */
  byAddress(key: string): readonly string[];
  /** Everything that a contact is known as. */
  identitiesOf(contactId: string): readonly IdentityKey[];
};

export type Match = { contactId: string | null } | { reason: ReturnType<typeof reason> };

export const addressKey = ({ kind, value }: Address) => `${kind}:${value}`;

/** Keys that tell this person from others, identities first. */
export function keysOf(person: Person): string[] {
  return [...person.identities.map(identityKey), ...addressesOf(person).map(addressKey)];
}

/** The one contact that all of a row's identities, e-mail and phone speak of, or none; two contacts are never made one here. */
export function matchOf(person: Person, directory: Directory): Match {
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
    const ids = [...new Set(holders.flat())].join(", ");
    return { reason: reason("several_contacts", null, `is what more than one contact is known by: ${ids}`) };
  }
  const taken = person.identities.find((key) => isVetoed(key, directory.identitiesOf(contactId)));
  return taken ? { reason: reason("other_identity", null, `contact ${contactId} is somebody else on ${taken.channel}`) } : { contactId };
}

/** A person has one id on a channel account: another id is another person (product.md §2). */
export function isVetoed(key: IdentityKey, known: readonly IdentityKey[]): boolean {
  const there = known.filter(({ channel, account }) => channel === key.channel && account === key.account);
  return there.length > 0 && !there.some(({ externalId }) => externalId === key.externalId);
}

import type { ComparedPerson } from "#core/model/people/merge.ts";
import type { AddressRecord } from "#core/model/records.ts";
import { nameLikeness } from "./names.ts";
import { mostSharing, pairKey } from "./pairs.ts";

type CandidatePerson = Pick<ComparedPerson, "id" | "nameKey">;
/** A contact that has the address at this index of a list, or a similar one. */
type AddressOwner = { at: number; isSame: boolean; who: CandidatePerson };
type Owned = Pick<AddressRecord, "contactId" | "kind" | "value" | "likeKey">;

/**
 * Pairs of contacts to compare, by pair key: those with the same address, or with a similar address and name. An address shared
 * by too many gives none. `known`: contacts as they will be, which override the stored ones.
 */
export function candidatePairs(
  addresses: readonly Owned[],
  found: readonly AddressOwner[],
  known: ReadonlyMap<string, CandidatePerson>,
): Map<string, [string, string]> {
  const people = new Map<string, CandidatePerson>([...found.map(({ who }) => [who.id, who] as const), ...known]);
  const holders = new Groups();
  const likes = new Groups();
  for (const { kind, value, likeKey, contactId } of addresses) {
    holders.add(`${kind}:${value}`, contactId);
    if (likeKey !== "") likes.add(`${kind}:${likeKey}`, contactId);
  }
  for (const { at, isSame, who } of found) {
    const { kind, value, likeKey } = addresses[at] ?? { kind: "", value: "", likeKey: "" };
    if (isSame) holders.add(`${kind}:${value}`, who.id);
    else likes.add(`${kind}:${likeKey}`, who.id);
  }

  const pairs = new Map<string, [string, string]>();
  for (const { kind, value, likeKey, contactId } of addresses) {
    const mine = people.get(contactId)?.nameKey ?? "";
    const others = likes.of(`${kind}:${likeKey}`).filter((id) => nameLikeness(mine, people.get(id)?.nameKey ?? "") !== null);
    for (const other of [...holders.of(`${kind}:${value}`), ...others]) {
      if (other !== contactId) pairs.set(pairKey(contactId, other), [contactId, other]);
    }
  }
  return pairs;
}

class Groups {
  private readonly groups = new Map<string, Set<string>>();

  add(key: string, contactId: string): void {
    const group = this.groups.get(key) ?? new Set<string>();
    this.groups.set(key, group.add(contactId));
  }

  /** The contacts that share the address; none if there are too many. */
  of(key: string): string[] {
    const group = this.groups.get(key);
    return group && group.size <= mostSharing ? [...group] : [];
  }
}

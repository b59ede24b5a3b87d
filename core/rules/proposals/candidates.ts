import type { ComparedPerson } from "#core/model/merge.ts";
import type { AddressRecord } from "#core/model/records.ts";
import { nameLikeness } from "./names.ts";
import { mostSharing, pairKey } from "./pairs.ts";

type CandidatePerson = Pick<ComparedPerson, "id" | "nameKey">;
/** Somebody who has the address at this place of a list, or one alike. */
type AddressOwner = { at: number; isSame: boolean; who: CandidatePerson };
type Owned = Pick<AddressRecord, "contactId" | "kind" | "value" | "likeKey">;

/**
 * Pairs of contacts worth comparing, by their key: who has the same address, or one alike and a name alike. An address
 * that too many have makes none. `known` are contacts as they will be, whatever is stored.
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

  /** Nobody when there are too many. */
  of(key: string): string[] {
    const group = this.groups.get(key);
    return group && group.size <= mostSharing ? [...group] : [];
  }
}

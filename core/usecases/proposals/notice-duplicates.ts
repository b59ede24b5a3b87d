import type { ComparedPerson, ProposalEvidence } from "#core/model/people/merge.ts";
import type { AddressRecord, ContactRecord } from "#core/model/records.ts";
import type { DetailField } from "#core/model/vocabulary.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Sharing } from "#core/ports/people-store.ts";
import { comparedAddress, isSameAddress } from "#core/rules/address/address.ts";
import { likeKeyOf } from "#core/rules/address/likeness.ts";
import { detailsOf } from "#core/rules/contact/details.ts";
import { candidatePairs } from "#core/rules/proposals/candidates.ts";
import { mostSharing } from "#core/rules/proposals/pairs.ts";
import type { ChangedContact } from "#core/usecases/contact-change/contact-change.ts";
import { comparePairs } from "./compare-pairs.ts";

/** `isShown` false: no cards, because very many pairs come at once; staff find them in the list of proposals. */
export type ProposalOptions = { isShown?: boolean };

/**
 * Finds other contacts that have an address which a contact gains in this commit, also within the commit. Reads nothing for
 * contacts that gain neither an address nor another name.
 */
export async function noticeDuplicates(
  ctx: Context,
  changes: ChangeSet,
  touched: readonly ChangedContact[],
  options: ProposalOptions,
): Promise<void> {
  const contacts = new Map(touched.map(({ after }) => [after.id, after]));
  const gained = [...(changes.puts.addresses ?? []).filter(({ contactId }) => contacts.has(contactId)), ...touched.flatMap(renamed)];
  if (gained.length === 0) return;
  const found = await ctx.store.proposals.sharing(gained, mostSharing + 1);
  expectSharing(changes, gained, found);
  await comparePairs(ctx, changes, candidatePairs(gained, found, contacts), {
    asItWillBe: (person) => withChanges(person, contacts.get(person.id), changes),
    fresh: touched.flatMap(({ before, after }) => (before ? [] : [nobodyYet(after)])),
    messageOf: (evidence) => messageOf(evidence, touched),
    ...options,
  });
}

/** Guards the holders of an address and of similar ones: when two commits give it to two contacts, the second must see the first. */
function expectSharing(changes: ChangeSet, gained: readonly AddressRecord[], found: readonly Sharing[]): void {
  const byPlace = Map.groupBy(found, ({ at }) => at);
  gained.forEach(({ kind, value, likeKey }, at) => {
    const [same, like] = [true, false].map((expected) =>
      (byPlace.get(at) ?? []).filter(({ isSame }) => isSame === expected).map(({ who }) => who.id),
    );
    // Above that number the holders are not compared, so there is nothing to guard.
    if (same && same.length <= mostSharing) changes.expectRows("addresses", { kind, value }, "contactId", same);
    if (like && likeKey !== "" && like.length <= mostSharing) changes.expectRows("addresses", { kind, likeKey }, "contactId", like);
  });
}

/** The addresses of a renamed contact, to be compared again with others that share them, since the new name may make them similar. */
function renamed({ before, after }: ChangedContact): AddressRecord[] {
  if (before === null || before.nameKey === after.nameKey) return [];
  return (["email", "phone"] as const).flatMap((kind) => {
    const value = after[kind];
    if (value === null) return [];
    const address = comparedAddress({ kind, value });
    return [{ agentId: after.agentId, contactId: after.id, ...address, likeKey: likeKeyOf(address), verified: false }];
  });
}

function nobodyYet({ id, createdAt, nameKey }: ContactRecord): ComparedPerson {
  return { id, createdAt, nameKey, addresses: [], identities: [], apart: [] };
}

function withChanges(person: ComparedPerson, contact: ContactRecord | undefined, { removals, puts, inserts }: ChangeSet): ComparedPerson {
  if (!contact) return person;
  const isMine = ({ contactId }: { contactId: string }) => contactId === contact.id;
  const removed = (removals.addresses ?? []).filter((match) => match.contactId === contact.id);
  const addresses = new Map<string, ComparedPerson["addresses"][number]>();
  const kept = person.addresses.filter(
    ({ kind, value }) => !removed.some((match) => (match.kind ?? kind) === kind && (match.value ?? value) === value),
  );
  for (const address of [...kept, ...(puts.addresses ?? []).filter(isMine)]) {
    const key = `${address.kind}:${address.value}`;
    addresses.set(key, { ...address, verified: address.verified || (addresses.get(key)?.verified ?? false) });
  }
  const identities = [...person.identities, ...(inserts.identities ?? []).filter(isMine)];
  return { ...person, nameKey: contact.nameKey, addresses: [...addresses.values()], identities };
}

function messageOf({ kind, detail }: ProposalEvidence, touched: readonly ChangedContact[]): string | null {
  if (kind !== "same_email" && kind !== "same_phone") return null;
  const isDetail = (field: DetailField, value: string | null) =>
    value !== null && (field === "email" || field === "phone") && isSameAddress(field, value, detail);
  for (const { facts } of touched) {
    const said = facts.find((fact) => fact.type === "message" && detailsOf(fact).some(({ field, candidate }) => isDetail(field, candidate.value)));
    if (said) return said.id;
  }
  return null;
}

import type { DetailState } from "#core/model/contact-state.ts";
import type { Fact } from "#core/model/fact.ts";
import type { AddressRecord, ContactRecord } from "#core/model/records.ts";
import type { DetailField } from "#core/model/vocabulary.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import { comparedAddress, isSameAddress } from "#core/rules/address/address.ts";
import { likeKeyOf } from "#core/rules/address/likeness.ts";
import { detailsOf } from "#core/rules/contact/details.ts";
import type { ContactChange } from "./contact-change.ts";

/** Puts the addresses that facts bring into the change set; after a withdrawal only those of the facts that still hold. */
export function writeAddresses(changes: ChangeSet, { before, draft, facts = [] }: ContactChange, stored: readonly Fact[] | null): void {
  changes.put("addresses", ...addressRows(draft, facts, before?.state.details ?? {}));
  if (stored) changes.remove("addresses", { contactId: draft.id }).put("addresses", ...addressRows(draft, stored, {}));
}

/**
 * E-mails and phones that come with facts: those that a platform, a caller, staff or an import vouch for link identities, the
 * others only propose. What `held` already shows is left out.
 */
export function addressRows(contact: ContactRecord, facts: readonly Fact[], held: ContactRecord["state"]["details"]): AddressRecord[] {
  const rows = new Map<string, AddressRecord>();
  for (const { field, value, provenance, isStated } of facts.flatMap(candidates)) {
    if ((field !== "email" && field !== "phone") || value === null) continue;
    const verified = isStated || provenance === "verified" || provenance === "human";
    const known = held[field];
    // The word of an integration is held alike whether a person stated it or a sender merely declared it.
    const isKnown = provenance === "integration" ? !verified : known?.provenance === provenance;
    if (known?.value && isSameAddress(field, known.value, value) && (!verified || isKnown)) continue;
    const address = comparedAddress({ kind: field, value });
    const key = `${field}:${address.value}`;
    rows.set(key, {
      agentId: contact.agentId,
      contactId: contact.id,
      ...address,
      likeKey: likeKeyOf(address),
      verified: verified || (rows.get(key)?.verified ?? false),
    });
  }
  return [...rows.values()];
}

type AddressCandidate = Pick<DetailState, "value" | "provenance"> & { field: DetailField; isStated: boolean };

/** What an integration writes as an edit of its own, not beside a message, is a statement: it confirms (product.md §2). */
function candidates(fact: Fact): AddressCandidate[] {
  if (fact.type === "detail") return [{ ...fact, isStated: fact.provenance !== "detected" }];
  if (fact.type !== "message" && fact.type !== "action") return [];
  return detailsOf(fact).map(({ field, candidate: { value, provenance } }) => ({ field, value, provenance, isStated: false }));
}

import type { DetailState } from "#core/model/contact-state.ts";
import type { Fact } from "#core/model/fact.ts";
import type { AddressRecord, ContactRecord } from "#core/model/records.ts";
import type { DetailField } from "#core/model/vocabulary.ts";
import { detailsOf } from "#core/rules/details.ts";
import { likeKeyOf } from "#core/rules/likeness.ts";

/**
 * E-mails and phones that come with facts: those that a platform, a caller or staff vouch for link identities, the others
 * only propose. What `held` already shows is left out.
 */
export function addressRows(contact: ContactRecord, facts: readonly Fact[], held: ContactRecord["state"]["details"]): AddressRecord[] {
  const rows = new Map<string, AddressRecord>();
  for (const { field, value, provenance } of facts.flatMap(candidates)) {
    if ((field !== "email" && field !== "phone") || value === null) continue;
    const verified = provenance === "verified" || provenance === "human";
    const known = held[field];
    if (known?.value === value && (!verified || known.provenance === provenance)) continue;
    const key = `${field}:${value}`;
    rows.set(key, {
      agentId: contact.agentId,
      contactId: contact.id,
      kind: field,
      value,
      likeKey: likeKeyOf({ kind: field, value }),
      verified: verified || (rows.get(key)?.verified ?? false),
    });
  }
  return [...rows.values()];
}

function candidates(fact: Fact): (Pick<DetailState, "value" | "provenance"> & { field: DetailField })[] {
  if (fact.type === "detail") return [fact];
  return fact.type === "message" || fact.type === "action" ? detailsOf(fact).map(({ field, candidate }) => ({ field, ...candidate })) : [];
}

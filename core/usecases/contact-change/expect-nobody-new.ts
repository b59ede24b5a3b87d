import type { IdentityKey, IdentityRecord } from "#core/model/records.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { IngestView } from "#core/ports/ingest-reads.ts";
import { type Address, externalKey } from "#core/rules/address/identity.ts";

type Asked = { identities: readonly IdentityKey[]; addresses: readonly Address[] };

/**
 * Whose something is was decided on the identities and on the verified holders of addresses that were found: the commit fails
 * as stale when one of the identities asked for has come since, or an address has another holder. `identities` names all forms.
 */
export function expectNobodyNew(
  changes: ChangeSet,
  asked: Asked,
  found: Pick<IngestView, "holders"> & { identities: readonly IdentityRecord[] },
): void {
  const known = new Set(found.identities.map(externalKey));
  for (const { channel, account, externalId } of asked.identities) {
    if (!known.has(externalKey({ channel, account, externalId }))) changes.expectAbsent("identities", { channel, account, externalId }, "id");
  }
  const holders = Map.groupBy(found.holders, ({ address: { kind, value } }) => `${kind}:${value}`);
  for (const { kind, value } of asked.addresses) {
    const ids = (holders.get(`${kind}:${value}`) ?? []).map(({ address }) => address.contactId);
    changes.expectRows("addresses", { kind, value, verified: true }, "contactId", ids);
  }
}

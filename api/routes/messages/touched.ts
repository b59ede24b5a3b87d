import type { ApiContext } from "#api/types.ts";
import type { NewAction } from "#core/model/inbound.ts";
import type { ContactRecord, TagRecord } from "#core/model/records.ts";
import { attested, identityForms, verifiedAddresses } from "#core/rules/address/identity.ts";

/** Tags by contact id. */
export type Tags = ReadonlyMap<string, TagRecord[]>;

/**
 * Tags of every contact that a message or action may belong to. They are read beforehand only when the answer is stored in
 * the commit, during which nothing can be read.
 */
export async function tagsAhead(c: ApiContext, { from, contactId }: Pick<NewAction, "from" | "contactId">): Promise<Tags> {
  if (!c.var.idempotency) return new Map();
  const { store } = c.var.ctx;
  const sender = from && attested(from.channel, from);
  const identities = from && sender ? identityForms({ channel: from.channel, account: from.account, externalId: sender.externalId }) : [];
  const addresses = sender ? verifiedAddresses(sender) : [];
  const contactIds = contactId === undefined ? [] : [contactId];
  const { contacts } = await store.ingest.find({ identities, addresses, contactIds, messages: [], actions: [] });
  return contacts.length === 0 ? new Map() : store.labels.tagsOf(contacts.map(({ id }) => id));
}

/** Tags of the contact that was touched; one that has just been made has none. */
export async function tagsOfTouched(c: ApiContext, ahead: Tags, contact: ContactRecord): Promise<Tags> {
  if (contact.version === 1 || c.var.idempotency) return ahead;
  return c.var.ctx.store.labels.tagsOf([contact.id]);
}

import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { suppressionTexts } from "#core/rules/address/suppression.ts";

/**
 * Before contacts are erased: puts keyed hashes of everything that the opted-out ones are known by into the change set, so
 * that they stay opted out when they are met again (product.md §9). The commit fails as stale when one of them changes meanwhile.
 */
export async function saveSuppressions(ctx: Context, changes: ChangeSet, ids: readonly string[]): Promise<void> {
  const contacts = await ctx.store.contacts.findMany(ids);
  for (const contact of contacts) changes.expect(contact);
  const optedOut = contacts.filter((contact) => contact.optedOut).map(({ id }) => id);
  if (optedOut.length === 0) return;
  const identities = await ctx.store.imports.identitiesOf(optedOut);
  const addresses = (await ctx.store.proposals.people(optedOut)).flatMap((person) => person.addresses);
  const { agentId } = ctx.store;
  for (const text of suppressionTexts({ identities, addresses })) changes.put("suppressions", { agentId, hash: ctx.keyedHash(text), at: ctx.now() });
}

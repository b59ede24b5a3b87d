import type { Fact } from "#core/model/fact.ts";
import type { Cause, ContactRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { propose } from "#core/usecases/proposals/propose.ts";
import { addressRows } from "./address-rows.ts";
import { deriveContact } from "./derive.ts";
import { factsOf, foldContact, type Refolded, refoldFacts } from "./fold-contact.ts";
import { requireContact } from "./get-contact.ts";

/** Columns that people write by hand. */
export type PeopleFields = Pick<ContactRecord, "ownerId" | "branchId" | "timeZone" | "attributes" | "vipOverride" | "peopleBy">;

/** What happens to a contact: facts to add, facts to put in place of stored ones or take out, columns set by hand. */
export type Revision = {
  facts?: readonly Fact[];
  /** Ids of stored facts that no longer hold; `facts` may bring their successors under the same ids. */
  withdrawn?: readonly string[];
  people?: Partial<PeopleFields>;
  cause: Cause;
};

/**
 * Reads a contact, by its id or by whose a thing is just then, folds the revision in, derives status, stage, score and flags, and keeps all of it with whatever rows
 * `revise` puts into the change set, in one commit; again from the start when somebody else was first.
 */
export async function reviseContact<T>(
  ctx: Context,
  whose: string | (() => Promise<string>),
  revise: (contact: ContactRecord, changes: ChangeSet) => Revision | Promise<Revision>,
  result: (after: ContactRecord) => T,
): Promise<T> {
  return retrying(ctx, async () => {
    const contact = await requireContact(ctx, typeof whose === "string" ? whose : await whose());
    const settings = await ctx.store.settings.current();
    const changes = new ChangeSet();
    const revision = await revise(contact, changes);
    const refolded = await fold(ctx, changes, contact, revision, settings);
    const pending = await ctx.store.followUps.pendingOf([contact.id]);
    const after = deriveContact(
      ctx,
      changes,
      contact,
      { ...contact, ...revision.people },
      refolded,
      settings,
      revision.cause,
      pending.get(contact.id),
    );
    await propose(ctx, changes, [{ before: contact, after, facts: revision.facts ?? [] }]);
    return commit(ctx, changes, result(after));
  });
}

async function fold(
  ctx: Context,
  changes: ChangeSet,
  contact: ContactRecord,
  { facts = [], withdrawn = [] }: Revision,
  settings: Awaited<ReturnType<Context["store"]["settings"]["current"]>>,
): Promise<Refolded> {
  changes.put("addresses", ...addressRows(contact, facts, contact.state.details));
  if (withdrawn.length === 0) return foldContact(ctx, contact, facts, settings);
  const gone = new Set(withdrawn);
  const stored = factsOf(await ctx.store.contacts.facts(contact.id)).filter(({ id }) => !gone.has(id));
  changes.remove("addresses", { contactId: contact.id }).put("addresses", ...addressRows(contact, stored, {}));
  return refoldFacts(contact.createdAt, stored, facts, settings.document);
}

import type { Fact } from "#core/model/fact.ts";
import type { Cause, ContactRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { changeContacts } from "./change-contacts.ts";

/** Columns that people write by hand. */
export type PeopleFields = Pick<ContactRecord, "ownerId" | "branchId" | "timeZone" | "attributes" | "vipOverride" | "peopleBy">;

/** What a request does to a contact: facts to add, facts to replace or withdraw, columns set by hand. */
export type Revision = {
  facts?: readonly Fact[];
  /** Ids of stored facts that no longer hold; `facts` may bring their successors under the same ids. */
  withdrawn?: readonly string[];
  people?: Partial<PeopleFields>;
  cause: Cause;
};

/**
 * Reads a contact, by its id or by a function that finds whose a record is at that moment, and saves the revision with all
 * that follows from it and the rows that `revise` puts into the change set, in one commit. Starts again from the reads when
 * somebody else commits first.
 */
export async function reviseContact<T>(
  ctx: Context,
  whose: string | (() => Promise<string>),
  revise: (contact: ContactRecord, changes: ChangeSet) => Revision | Promise<Revision>,
  result: (after: ContactRecord, changes: ChangeSet) => T,
): Promise<T> {
  return retrying(ctx, async () => {
    const contact = await requireContact(ctx, typeof whose === "string" ? whose : await whose());
    const settings = await ctx.store.settings.current();
    const changes = new ChangeSet();
    const { facts, withdrawn, people, cause } = await revise(contact, changes);
    const change = { before: contact, draft: { ...contact, ...people }, facts, withdrawn, cause };
    const changed = await changeContacts(ctx, changes, settings, [change]);
    return commit(ctx, changes, result(changed.get(contact.id) ?? contact, changes));
  });
}

import type { Cause } from "#core/model/records.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { deriveContact } from "#core/usecases/contacts/derive.ts";
import { appendFacts, factsOf, needsHistory, refoldFacts } from "#core/usecases/contacts/fold-contact.ts";
import { propose, type Touched } from "#core/usecases/proposals/propose.ts";
import type { Draft } from "./write-person.ts";

/**
 * Folds what each contact gains and derives the rest; the past of those that need it is read in one go. Who then seems to be
 * somebody else as well is proposed in the same commit: comparing all contacts afterwards would take longer the more there are.
 */
export async function deriveDrafts(ctx: Context, changes: ChangeSet, drafts: readonly Draft[], cause: Cause): Promise<void> {
  const settings = await ctx.store.settings.current();
  const old: string[] = [];
  for (const { before, facts } of drafts) if (before !== null && (await needsHistory(ctx, before, facts, settings))) old.push(before.id);
  const past = old.length === 0 ? new Map<string, never>() : await ctx.store.contacts.factsOfMany(old);
  const touched: Touched[] = [];
  for (const { before, contact, facts } of drafts) {
    const stored = past.get(contact.id);
    const refolded = stored
      ? refoldFacts(contact.createdAt, factsOf(stored), facts, settings.document)
      : appendFacts(before ?? contact, facts, settings.document);
    touched.push({ before, after: deriveContact(ctx, changes, before, contact, refolded, settings, cause), facts });
  }
  await propose(ctx, changes, touched, { isShown: false });
}

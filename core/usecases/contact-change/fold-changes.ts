import type { Fact } from "#core/model/fact.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";
import type { ContactChange } from "./contact-change.ts";
import { appendFacts, factsOf, isStale, needsHistory, type Refolded, readNew, refoldFacts } from "./fold-contact.ts";
import { factGroups, factsOfGroup } from "./fold-many.ts";

/** `stored`: the facts that still hold, where some were withdrawn; null: none were. */
export type FoldedChange = { refolded: Refolded; stored: readonly Fact[] | null };

/**
 * What each change folds to: on top of the contact's state where that can be, else again from all of its facts, which are
 * read for many contacts at once. A contact that has been deleted meanwhile is left out.
 */
export async function foldChanges(
  ctx: Context,
  list: readonly ContactChange[],
  settings: VersionedSettings,
): Promise<Map<ContactChange, FoldedChange>> {
  const folded = new Map<ContactChange, FoldedChange>();
  const again = new Map<string, ContactChange>();
  for (const change of list) {
    const { before, draft, facts = [], withdrawn = [] } = change;
    if (change.refolded) {
      folded.set(change, { refolded: change.refolded, stored: null });
      continue;
    }
    if (!before) {
      const refolded = { ...refoldFacts(draft.createdAt, { stored: [], facts }, settings.document), replacesHits: false, replacesWaits: false };
      folded.set(change, { refolded, stored: null });
      continue;
    }
    const read = readNew(before, facts);
    if (withdrawn.length > 0 || (await needsHistory(ctx, before, read.facts, settings))) again.set(before.id, change);
    else folded.set(change, { refolded: appendFacts(before, read, settings.document), stored: null });
  }
  for (const group of factGroups([...again.values()].map(({ draft }) => draft))) {
    for (const [id, rows] of await factsOfGroup(ctx, group)) {
      const change = again.get(id);
      if (change) folded.set(change, refolded(change, factsOf(rows), settings));
    }
  }
  return folded;
}

function refolded({ before, draft, facts = [], withdrawn = [] }: ContactChange, all: readonly Fact[], settings: VersionedSettings): FoldedChange {
  const ids = new Set(withdrawn);
  const [gone, stored] = [all.filter(({ id }) => ids.has(id)), all.filter(({ id }) => !ids.has(id))];
  const change = { stored, facts, withdrawn: gone, isStale: before !== null && isStale(before) };
  return { refolded: refoldFacts(draft.createdAt, change, settings.document), stored: ids.size === 0 ? null : stored };
}

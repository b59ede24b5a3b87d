import { fail } from "#core/errors.ts";
import type { MergeRecord, MovedRows } from "#core/model/people/merge.ts";
import type { ContactRecord, TagRecord } from "#core/model/records.ts";
import { channels } from "#core/model/vocabulary.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { fillsFrom, isSamePlace, type People, peopleOf, withFills, withoutFills } from "#core/rules/merge/fill.ts";
import { earliestOrigin } from "#core/rules/merge/origin.ts";
import { questionKey } from "#core/rules/proposals/questions.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { changeContacts } from "#core/usecases/contact-change/change-contacts.ts";
import type { ContactChange } from "#core/usecases/contact-change/contact-change.ts";
import { factsOf, isStale, refoldFacts } from "#core/usecases/contact-change/fold-contact.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { tagsOf } from "#core/usecases/contacts/tagged.ts";
import { nearMissKey } from "#core/usecases/proposals/notice-near-miss.ts";
import type { Merged } from "./merge-contacts.ts";
import { partAddresses } from "./part-addresses.ts";
import { type SplitRows, splitRows } from "./split-rows.ts";

/**
 * A merge in force with what its undoing needs. `later`: merges into the same contact after it, oldest first, which may have
 * brought the same tags and values. Earlier ones need no look: staff had removed what they brought when this one came.
 */
type Undoing = { merge: MergeRecord; from: ContactRecord; moved: MovedRows; into: ContactRecord; others: MergeRecord[]; later: MergeRecord[] };

/**
 * Undoes a merge in one commit: the old id is a contact again, with what its identities have received since. Returns the
 * contact that it was merged into.
 */
export async function unmergeContacts(ctx: Context, input: { id: string; otherId: string }): Promise<Merged> {
  return retrying(ctx, async () => {
    const undoing = await mergeToUndo(ctx, input);
    const { merge } = undoing;
    const changes = new ChangeSet();
    const split = await splitRows(ctx, merge, undoing.from, undoing.moved);
    const { people, refilled } = unfill(undoing);
    const { tags, retagged } = await partTags(ctx, changes, undoing);
    const contact = await splitContact(ctx, changes, undoing, split, people);
    const undone: MergeRecord = { ...merge, from: null, moved: null, filled: [], undoneAt: ctx.now(), undoneBy: ctx.actor.id };
    const answers = { since: merge.at, before: ctx.now() };
    changes.transfer({ from: merge.intoId, to: merge.fromId, rows: split.rows, answers });
    changes.replace("merges", merge, undone);
    for (const other of undoing.later) changes.replace("merges", other, { ...other, filled: refilled(other), tags: retagged(other) });
    return commit(ctx, changes, { merge: undone, contact, tags });
  });
}

async function mergeToUndo(ctx: Context, { id, otherId }: { id: string; otherId: string }): Promise<Undoing> {
  const into = await requireContact(ctx, id);
  const merge = await ctx.store.merges.of(otherId);
  if (merge === null) {
    await requireContact(ctx, otherId, "/otherId");
    return fail("conflict", `contact ${otherId} is not part of contact ${id}`);
  }
  if (merge.intoId !== id) return fail("conflict", `contact ${otherId} was merged into contact ${merge.intoId}: unmerge it there`);
  const { from, moved } = merge;
  if (from === null || moved === null) return fail("conflict", `the merge of contact ${otherId} has been undone`);
  const inForce = await ctx.store.merges.into(id);
  const place = inForce.findIndex((other) => other.id === merge.id);
  const others = inForce.filter((other) => other.id !== merge.id);
  return { merge, from, moved, into, others, later: inForce.slice(place + 1) };
}

/** Both contacts, folded from the facts of each. */
async function splitContact(
  ctx: Context,
  changes: ChangeSet,
  { merge, from, moved, into, others }: Undoing,
  split: SplitRows,
  people: People,
): Promise<ContactRecord> {
  const settings = await ctx.store.settings.current();
  const [back, rest] = [factsOf(split.back), factsOf(split.rest)];
  const cause = { kind: "unmerge", ref: merge.id } as const;
  const made = earliestOrigin(merge.origin, ...others.flatMap((other) => other.from ?? []));
  const staying = (await ctx.store.contacts.identities(into.id)).filter(({ id }) => !moved.identities?.includes(id));
  const draft: ContactRecord = {
    ...into,
    ...people,
    ...made,
    channels: channels.filter((channel) => staying.some((identity) => identity.channel === channel)),
  };
  const both: ContactChange[] = [
    {
      before: from,
      draft: from,
      refolded: refoldFacts(from.createdAt, { stored: back, isStale: isStale(into) }, settings.document),
      isRestored: true,
      cause,
    },
    { before: into, draft, refolded: refoldFacts(made.createdAt, { stored: rest, isStale: isStale(into) }, settings.document), cause },
  ];
  const changed = await changeContacts(ctx, changes, settings, both, { isLinking: false });
  const [restored, contact] = [changed.get(from.id) ?? from, changed.get(into.id) ?? into];
  changes.insert("consents", ...split.said);
  await partQuestions(ctx, changes, into, restored);
  changes.remove("addresses", { contactId: into.id }).put("addresses", ...(await partAddresses(ctx, { into, from: restored, rest, back })));
  return contact;
}

/** Moves open questions about the messages of the restored contact to it. */
async function partQuestions(ctx: Context, changes: ChangeSet, into: ContactRecord, { id, state }: ContactRecord): Promise<void> {
  const { nearMiss } = state.engagement;
  const keys = [...(nearMiss ? [nearMissKey(nearMiss)] : []), ...(state.questions ?? []).map(questionKey)];
  const asked = keys.length > 0 ? await ctx.store.proposals.openOf([into.id]) : [];
  changes.put("proposals", ...asked.filter(({ key }) => keys.includes(key)).map((each) => ({ ...each, contactId: id })));
}

/** Removes the values that the merge had filled; a field that is then empty is filled from a later merge in force. */
function unfill({ merge, into, later }: Undoing) {
  const { people, freed } = withoutFills(peopleOf(into), merge.filled);
  const refills = new Map<string, MergeRecord["filled"]>();
  let filled = people;
  for (const { id, from } of later) {
    const more = from ? fillsFrom(filled, from).filter((fill) => freed.some((place) => isSamePlace(place, fill))) : [];
    refills.set(id, more);
    filled = withFills(filled, more);
  }
  return { people: filled, refilled: (other: MergeRecord) => [...other.filled, ...(refills.get(other.id) ?? [])] };
}

/**
 * Returns the tags to the restored contact and removes from the other those that only this merge had brought, unless a later
 * merge brought them too.
 */
async function partTags(ctx: Context, changes: ChangeSet, { merge, into, later }: Undoing) {
  const held = await tagsOf(ctx, into.id);
  const brought = held.filter(({ id }) => merge.tags.added.includes(id));
  const heir = ({ id }: TagRecord) => later.find(({ tags }) => tags.had.includes(id));
  const gone = brought.filter((tag) => heir(tag) === undefined);
  const row = { agentId: ctx.store.agentId, contactId: merge.fromId, createdAt: ctx.now() };
  const known = new Set((await ctx.store.labels.tags()).map(({ id }) => id));
  changes.remove("contactTags", ...gone.map(({ id }) => ({ contactId: into.id, tagId: id })));
  changes.insert("contactTags", ...merge.tags.had.filter((id) => known.has(id)).map((tagId) => ({ ...row, tagId })));
  const retagged = (other: MergeRecord) => {
    const inherited = brought.filter((tag) => heir(tag) === other).map(({ id }) => id);
    return { ...other.tags, added: [...other.tags.added, ...inherited] };
  };
  return { tags: held.filter((tag) => !gone.includes(tag)), retagged };
}

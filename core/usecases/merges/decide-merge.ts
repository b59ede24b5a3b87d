import { invalidField } from "#core/errors.ts";
import { isQuestion, type MergeRecord } from "#core/model/people/merge.ts";
import type { ContactRecord, IdentityRecord, TagRecord } from "#core/model/records.ts";
import { channels } from "#core/model/vocabulary.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { fillsFrom, peopleOf, withFills } from "#core/rules/merge/fill.ts";
import { earliestOrigin, originOf } from "#core/rules/merge/origin.ts";
import { vetoesBetween } from "#core/rules/merge/vetoes.ts";
import { changeContacts } from "#core/usecases/contact-change/change-contacts.ts";
import { factsOf, isStale, refoldFacts } from "#core/usecases/contact-change/fold-contact.ts";
import { requireContact } from "#core/usecases/contacts/get-contact.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";

export type MergeRequest = { intoId: string; fromId: string; cause: MergeRecord["cause"] };
export type Veto = [from: IdentityRecord, into: IdentityRecord];

/** A decided merge that is not committed: both contacts as they are, the remaining one and its tags as they will be, and the vetoes. */
export type DecidedMerge = {
  changes: ChangeSet;
  merge: MergeRecord;
  from: ContactRecord;
  into: ContactRecord;
  contact: ContactRecord;
  tags: TagRecord[];
  vetoes: Veto[];
};

/**
 * Decides all changes of a merge. The rows of `from` in other tables are listed one by one: if a row is added meanwhile, the
 * contact's row cannot be deleted and the merge is decided again.
 */
export async function decideMerge(ctx: Context, { intoId, fromId, cause }: MergeRequest): Promise<DecidedMerge> {
  if (intoId === fromId) throw invalidField("/otherId", "is the contact itself");
  const into = await requireContact(ctx, intoId);
  const from = await requireContact(ctx, fromId, "/otherId");
  const { store } = ctx;
  const [moved, earlier, identitiesOfFrom, identitiesOfInto] = await Promise.all([
    store.merges.rowsOf(fromId),
    store.merges.into(intoId),
    store.contacts.identities(fromId),
    store.contacts.identities(intoId),
  ]);
  const changes = new ChangeSet();
  const { had, added, tags } = await uniteTags(ctx, changes, into, from);
  const origin = earlier[0]?.origin ?? originOf(into);
  const merge: MergeRecord = {
    id: ctx.newId("mrg"),
    agentId: store.agentId,
    fromId,
    intoId,
    from,
    moved,
    filled: fillsFrom(into, from),
    tags: { had, added },
    origin,
    cause,
    by: ctx.actor.id,
    at: ctx.now(),
    undoneAt: null,
    undoneBy: null,
  };
  const contact = await foldOfBoth(ctx, changes, into, from, merge);
  await moveAddresses(ctx, changes, into, from);
  await closeProposals(ctx, changes, merge);
  changes.remove("hits", { contactId: fromId }).remove("waits", { contactId: fromId }).remove("dues", { contactId: fromId });
  changes.transfer({ from: fromId, to: intoId, rows: moved, answers: null }).insert("merges", merge).absorb(from);
  return { changes, merge, from, into, contact, tags, vetoes: vetoesBetween(identitiesOfFrom, identitiesOfInto) };
}

/** The remaining contact, folded from the facts of both. */
async function foldOfBoth(ctx: Context, changes: ChangeSet, into: ContactRecord, from: ContactRecord, merge: MergeRecord): Promise<ContactRecord> {
  const settings = await ctx.store.settings.current();
  const made = earliestOrigin(originOf(into), originOf(from));
  const draft: ContactRecord = {
    ...into,
    ...withFills(peopleOf(into), merge.filled),
    ...made,
    channels: channels.filter((channel) => into.channels.includes(channel) || from.channels.includes(channel)),
  };
  const stored = [...(await ctx.store.contacts.factsOfMany([into.id, from.id])).values()].flatMap(factsOf);
  const refolded = refoldFacts(made.createdAt, { stored, isStale: isStale(into) || isStale(from) }, settings.document);
  const change = { before: into, draft, refolded, cause: { kind: "merge", ref: merge.id } } as const;
  const changed = await changeContacts(ctx, changes, settings, [change], { isLinking: false });
  return changed.get(into.id) ?? draft;
}

async function uniteTags(ctx: Context, changes: ChangeSet, into: ContactRecord, from: ContactRecord) {
  const held = await ctx.store.labels.tagsOf([into.id, from.id]);
  const [mine, theirs] = [held.get(into.id) ?? [], held.get(from.id) ?? []];
  const isNew = theirs.filter(({ id }) => !mine.some((tag) => tag.id === id));
  const row = { agentId: ctx.store.agentId, createdAt: ctx.now() };
  changes.remove("contactTags", ...theirs.map(({ id }) => ({ contactId: from.id, tagId: id })));
  changes.insert("contactTags", ...isNew.map(({ id }) => ({ ...row, contactId: into.id, tagId: id })));
  const tags = [...mine, ...isNew].sort((a, b) => (a.nameKey < b.nameKey ? -1 : 1));
  return { had: theirs.map(({ id }) => id), added: isNew.map(({ id }) => id), tags };
}

/** Unites the addresses of both contacts; one that is verified for either stays verified. */
async function moveAddresses(ctx: Context, changes: ChangeSet, into: ContactRecord, from: ContactRecord): Promise<void> {
  const [person] = await ctx.store.proposals.people([from.id]);
  const rows = person?.addresses ?? [];
  changes.remove("addresses", { contactId: from.id });
  for (const { kind, value, likeKey, verified } of rows) {
    changes.put("addresses", { agentId: ctx.store.agentId, contactId: into.id, kind, value, likeKey, verified });
  }
}

/**
 * Settles the open proposals about the removed contact: that of this pair as the cause says, others are withdrawn and found
 * again. A question about consent or about what a message says moves to the remaining contact.
 */
async function closeProposals(ctx: Context, changes: ChangeSet, { fromId, intoId, cause, at, by }: MergeRecord): Promise<void> {
  for (const proposal of await ctx.store.proposals.openOf([fromId])) {
    if (proposal.kind === "consent" || isQuestion(proposal)) {
      changes.replace("proposals", proposal, { ...proposal, contactId: intoId });
      showCard(ctx, changes, "proposal", proposal.id);
      continue;
    }
    const names = [proposal.contactId, proposal.otherId];
    const isPair = names.includes(fromId) && names.includes(intoId);
    const state = isPair && cause.kind === "proposal" ? "accepted" : "withdrawn";
    changes.replace("proposals", proposal, { ...proposal, state, decidedAt: at, decidedBy: by });
    if (proposal.kind === "merge") showCard(ctx, changes, "proposal", proposal.id);
  }
}

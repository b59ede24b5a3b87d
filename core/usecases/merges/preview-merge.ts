import type { FilledField } from "#core/model/people/merge.ts";
import type { ContactRecord, TagRecord } from "#core/model/records.ts";
import { detailFields } from "#core/model/vocabulary.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit } from "#core/usecases/commit.ts";
import type { TaggedContact } from "#core/usecases/contacts/tagged.ts";
import { decideMerge, type Veto } from "./decide-merge.ts";

type MergeSide = "contact" | "other";

/** What a merge would do. `counts` by table: the rows of each of the two, and those that move to the remaining contact. */
export type MergePreview = TaggedContact & {
  counts: Record<MergeSide, Record<string, number>>;
  /** For each filled field of the card, the contact from which its value would come. */
  fields: { field: string; from: MergeSide }[];
  tagsAdded: TagRecord[];
  vetoes: Veto[];
  optedOut: Record<MergeSide | "after", boolean>;
};

/** Decides the merge by the code that would also make it, and stores nothing. */
export async function previewMerge(ctx: Context, { intoId, fromId }: { intoId: string; fromId: string }): Promise<MergePreview> {
  const decided = await decideMerge(ctx, { intoId, fromId, cause: { kind: "staff", ref: null } });
  const { merge, into, from, contact, tags, vetoes } = decided;
  const [own, others] = await Promise.all([ctx.store.merges.counts(intoId), ctx.store.merges.counts(fromId)]);
  return commit(ctx, new ChangeSet(), {
    contact,
    tags,
    counts: { contact: own, other: others },
    fields: fieldsOf(contact, into, merge.filled),
    tagsAdded: tags.filter(({ id }) => merge.tags.added.includes(id)),
    vetoes,
    optedOut: { contact: into.optedOut, other: from.optedOut, after: contact.optedOut },
  });
}

const written = ["ownerId", "branchId", "timeZone", "vipOverride"] as const;

function fieldsOf(contact: ContactRecord, into: ContactRecord, filled: readonly FilledField[]): MergePreview["fields"] {
  const details = detailFields.flatMap((field) => {
    const held = contact.state.details[field];
    const isOwn = held?.id === into.state.details[field]?.id;
    return held && held.value !== null ? [{ field, from: isOwn ? ("contact" as const) : ("other" as const) }] : [];
  });
  const columns = written.flatMap((field) => {
    const from: MergeSide = filled.some((fill) => fill.field === field) ? "other" : "contact";
    return contact[field] === null ? [] : [{ field, from }];
  });
  const attributes = Object.keys(contact.attributes).map((key) => {
    const from: MergeSide = filled.some((fill) => fill.field === "attribute" && fill.key === key) ? "other" : "contact";
    return { field: `attributes.${key}`, from };
  });
  const origin: MergeSide = contact.createdAt === into.createdAt ? "contact" : "other";
  return [...details, ...columns, ...attributes, { field: "source", from: origin }];
}

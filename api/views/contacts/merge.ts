import { z } from "@hono/zod-openapi";
import type { MergeRecord } from "#core/model/people/merge.ts";
import { channels } from "#core/model/vocabulary.ts";
import type { Veto } from "#core/usecases/merges/decide-merge.ts";
import type { Merged } from "#core/usecases/merges/merge-contacts.ts";
import type { MergePreview } from "#core/usecases/merges/preview-merge.ts";
import { iso, isoOrNull, Moment } from "../moment.ts";
import { ContactView, toContactView } from "./contact.ts";

const by = z.string().meta({ description: "Key or member of staff", example: "key_01kaw3v6h0abcdefghjkmnpqrs" });

export const MergeView = z
  .object({
    id: z.string().meta({ example: "mrg_01kaw3v6h0abcdefghjkmnpqrs" }),
    contactId: z.string().meta({ description: "The contact that remained", example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
    otherId: z.string().meta({ description: "The id that became part of it", example: "con_01kaw3v6h0zyxwvtsrqpnmkjhg" }),
    cause: z
      .object({
        kind: z.enum(["staff", "proposal", "attested"]),
        ref: z.string().nullable().meta({ description: "The proposal, or the evidence", example: null }),
      })
      .meta({ description: "Why: people, an accepted proposal, or evidence that a platform attests" }),
    by,
    at: Moment,
    undoneAt: Moment.nullable().meta({ description: "Null while it holds" }),
    undoneBy: z.string().nullable().meta({ example: null }),
  })
  .meta({ id: "Merge", description: "Two records made one" });

export function toMergeView({ id, intoId, fromId, cause, by, at, undoneAt, undoneBy }: MergeRecord): z.infer<typeof MergeView> {
  return { id, contactId: intoId, otherId: fromId, cause, by, at: iso(at), undoneAt: isoOrNull(undoneAt), undoneBy };
}

export const MergedView = z.object({ merge: MergeView, contact: ContactView });

export function toMergedView(merged: Merged): z.infer<typeof MergedView> {
  return { merge: toMergeView(merged.merge), contact: toContactView(merged) };
}

const Counts = z.record(z.string(), z.int()).meta({ description: "Rows by table", example: { messages: 12, notes: 1 } });
const Side = z.enum(["contact", "other"]);

const VetoView = z
  .object({
    channel: z.enum(channels),
    account: z.string().meta({ example: "main" }),
    identityId: z.string().meta({ example: "idn_01kaw3v6h0abcdefghjkmnpqrs" }),
    otherIdentityId: z.string().meta({ example: "idn_01kaw3v6h0zyxwvtsrqpnmkjhg" }),
  })
  .meta({ description: "Different people on one channel account" });

export function toVetoView([from, into]: Veto): z.infer<typeof VetoView> {
  return { channel: into.channel, account: into.account, identityId: into.id, otherIdentityId: from.id };
}

export const MergePreviewView = z
  .object({
    contact: ContactView.meta({ description: "As it would be" }),
    counts: z.object({ contact: Counts, other: Counts }).meta({ description: "What each of them has; all of the other's moves" }),
    fields: z
      .array(z.object({ field: z.string().meta({ example: "email" }), from: Side }))
      .meta({ description: "Whose value each field of the card would have" }),
    tagsAdded: z.array(z.object({ id: z.string(), name: z.string() })).meta({ example: [] }),
    vetoes: z.array(VetoView).meta({ description: "What speaks against it: the merge needs `override`" }),
    optedOut: z
      .object({ contact: z.boolean(), other: z.boolean(), after: z.boolean() })
      .meta({ description: "Opted out on either side means opted out after" }),
  })
  .meta({ id: "MergePreview" });

export function toMergePreviewView(preview: MergePreview): z.infer<typeof MergePreviewView> {
  const { counts, fields, tagsAdded, vetoes, optedOut } = preview;
  return {
    contact: toContactView(preview),
    counts,
    fields,
    tagsAdded: tagsAdded.map(({ id, name }) => ({ id, name })),
    vetoes: vetoes.map(toVetoView),
    optedOut,
  };
}

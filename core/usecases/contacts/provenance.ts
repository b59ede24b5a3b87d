import type { ContactRecord } from "#core/model/records.ts";
import { type DetailField, detailFields } from "#core/model/vocabulary.ts";
import type { Context } from "#core/ports/context.ts";
import { type DetailCandidate, detailCandidatesIn, resolveDetail } from "#core/rules/contact/details.ts";
import { factsOf } from "#core/usecases/contact-change/fold-contact.ts";
import { requireContact } from "./get-contact.ts";

export type ContactProvenance = { contact: ContactRecord; fields: { field: DetailField; held: DetailCandidate | null; lost: DetailCandidate[] }[] };

/** Who says so, for every field of a contact: what holds and what lost, each with its fact. */
export async function readProvenance(ctx: Context, { id }: { id: string }): Promise<ContactProvenance> {
  const contact = await requireContact(ctx, id);
  const candidates = detailCandidatesIn(factsOf(await ctx.store.contacts.facts(contact.id)));
  return { contact, fields: detailFields.map((field) => ({ field, ...resolveDetail(candidates, field) })) };
}

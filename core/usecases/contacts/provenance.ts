import type { ContactRecord } from "#core/model/records.ts";
import { type DetailField, detailFields } from "#core/model/vocabulary.ts";
import type { Context } from "#core/ports/context.ts";
import { type DetailCandidate, detailCandidatesIn, resolveDetail } from "#core/rules/contact/details.ts";
import { factsOf } from "#core/usecases/contact-change/fold-contact.ts";
import { requireContact } from "./get-contact.ts";

export type ContactProvenance = { contact: ContactRecord; fields: { field: DetailField; held: DetailCandidate | null; lost: DetailCandidate[] }[] };

/** For every detail of a contact, the value that counts and those that lost, each with the fact that states it. */
export async function readProvenance(ctx: Context, { id }: { id: string }): Promise<ContactProvenance> {
  const contact = await requireContact(ctx, id);
  const candidates = detailCandidatesIn(factsOf(await ctx.store.contacts.facts(contact.id)));
  return { contact, fields: detailFields.map((field) => ({ field, ...resolveDetail(candidates, field) })) };
}

import type { Context } from "#core/ports/context.ts";
import { reviseContact } from "#core/usecases/contact-change/revise-contact.ts";
import { peopleFields, type WrittenFields } from "./people-fields.ts";
import { type StaffDetails, staffDetails } from "./staff-details.ts";
import { type TaggedContact, tagsOf } from "./tagged.ts";

type Patch = { id: string } & StaffDetails & WrittenFields;

/** Marks the given details as edited by people and sets the given fields; what is not given stays. */
export async function patchContact(ctx: Context, { id, ...given }: Patch): Promise<TaggedContact> {
  const tags = await tagsOf(ctx, id);
  return reviseContact(
    ctx,
    id,
    async (contact, changes) => {
      const facts = await staffDetails(ctx, changes, contact, given);
      const people = await peopleFields(ctx, changes, contact, given);
      return { facts, people, cause: { kind: "detail", ref: facts[0]?.id ?? null } };
    },
    (contact) => ({ contact, tags }),
  );
}

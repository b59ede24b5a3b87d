import { fail, invalidField } from "#core/errors.ts";
import type { AttributeValue } from "#core/model/records.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { attributePlace, isNewlyWritten, withoutOldest, withWriters, writerOf } from "#core/rules/contact/people-by.ts";
import { named } from "#core/rules/named.ts";
import type { PeopleFields } from "#core/usecases/contact-change/revise-contact.ts";
import { requireStaffMember } from "#core/usecases/staff/require-member.ts";
import { isTimeZone } from "./time-zone.ts";

/** Columns that staff set by hand. `vip` null: the rules decide. An attribute set to null is removed. */
export type WrittenFields = {
  ownerId?: string | null | undefined;
  branchId?: string | null | undefined;
  timeZone?: string | null | undefined;
  vip?: boolean | null | undefined;
  attributes?: Record<string, AttributeValue> | undefined;
};

export const maxAttributes = 100;

/**
 * The columns that change on the contact. Throws `not_found` for another agent's branch and `invalid` for an owner who is not
 * on the staff.
 */
export async function peopleFields(ctx: Context, changes: ChangeSet, contact: PeopleFields, given: WrittenFields): Promise<Partial<PeopleFields>> {
  const { ownerId, branchId, timeZone, vip, attributes } = given;
  if (branchId) await requireBranch(ctx, changes, branchId);
  if (ownerId && ownerId !== contact.ownerId) await requireStaffMember(ctx, ownerId);
  if (timeZone && !isTimeZone(timeZone)) throw invalidField("/timeZone", "is not an IANA time zone, like Asia/Manila");
  const written: Partial<PeopleFields> = {
    ...(ownerId !== undefined && { ownerId }),
    ...(branchId !== undefined && { branchId }),
    ...(timeZone !== undefined && { timeZone }),
    ...(vip !== undefined && { vipOverride: vip }),
    ...(attributes !== undefined && { attributes: mergeAttributes(contact.attributes, attributes) }),
  };
  const places = writtenPlaces(contact, given);
  if (places.length === 0) return written;
  const entry = { provenance: "human" as const, by: ctx.actor.id, at: ctx.now() };
  const peopleBy = withWriters(
    contact.peopleBy,
    places.map((place) => [place, entry]),
  );
  return { ...written, peopleBy: withoutOldest(peopleBy, written.attributes ?? contact.attributes) };
}

/** The places of the given values that differ from the stored ones or have another writer. */
function writtenPlaces({ attributes, peopleBy, ...held }: PeopleFields, { vip, attributes: given = {}, ...written }: WrittenFields): string[] {
  const isWritten = (place: string, before: AttributeValue | undefined, after: AttributeValue | undefined) =>
    after !== undefined && isNewlyWritten(before, after, writerOf(peopleBy, place));
  const columns = (["ownerId", "branchId", "timeZone"] as const).filter((field) => isWritten(field, held[field], written[field]));
  const keys = Object.keys(given).filter((key) => isWritten(attributePlace(key), named(attributes, key), given[key]));
  return [...columns, ...(isWritten("vipOverride", held.vipOverride, vip) ? ["vipOverride"] : []), ...keys.map(attributePlace)];
}

/** Throws `not_found` for a branch that is not there, and keeps it there until the commit. */
export async function requireBranch(ctx: Context, changes: ChangeSet, id: string): Promise<void> {
  changes.expectRows("branches", { id }, "id", [id]);
  if (await ctx.store.labels.findBranch(id)) return;
  fail("not_found", `branch ${id} does not exist`, { errors: [{ pointer: "/branchId", detail: "does not exist" }] });
}

function mergeAttributes(held: Record<string, AttributeValue>, given: Record<string, AttributeValue>): Record<string, AttributeValue> {
  const merged = Object.fromEntries(Object.entries({ ...held, ...given }).filter(([, value]) => value !== null));
  if (Object.keys(merged).length > maxAttributes) throw invalidField("/attributes", `has more than ${maxAttributes} keys`);
  return merged;
}

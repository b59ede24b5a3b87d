import { fail, invalidField } from "#core/errors.ts";
import type { AttributeValue, ContactRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import type { PeopleFields } from "./revise-contact.ts";
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

/** What of it changes on the contact; a branch of somebody else is not found. */
export async function peopleFields(
  ctx: Context,
  contact: Pick<ContactRecord, "attributes">,
  { ownerId, branchId, timeZone, vip, attributes }: WrittenFields,
): Promise<Partial<PeopleFields>> {
  if (branchId) await requireBranch(ctx, branchId);
  if (timeZone && !isTimeZone(timeZone)) throw invalidField("/timeZone", "is not an IANA time zone, like Asia/Manila");
  return {
    ...(ownerId !== undefined && { ownerId }),
    ...(branchId !== undefined && { branchId }),
    ...(timeZone !== undefined && { timeZone }),
    ...(vip !== undefined && { vipOverride: vip }),
    ...(attributes !== undefined && { attributes: mergeAttributes(contact.attributes, attributes) }),
  };
}

async function requireBranch(ctx: Context, id: string): Promise<void> {
  if (await ctx.store.labels.findBranch(id)) return;
  fail("not_found", `branch ${id} does not exist`, { errors: [{ pointer: "/branchId", detail: "does not exist" }] });
}

function mergeAttributes(held: Record<string, AttributeValue>, given: Record<string, AttributeValue>): Record<string, AttributeValue> {
  const merged = Object.fromEntries(Object.entries({ ...held, ...given }).filter(([, value]) => value !== null));
  if (Object.keys(merged).length > maxAttributes) throw invalidField("/attributes", `has more than ${maxAttributes} keys`);
  return merged;
}

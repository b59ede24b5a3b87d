import { fail, invalidField } from "#core/errors.ts";
import type { ContactFilter } from "#core/model/contact-filter.ts";
import type { Context } from "#core/ports/context.ts";
import { comparedEmail, normalizeEmail } from "#core/rules/address/email.ts";
import { comparedPhone, toE164 } from "#core/rules/address/phone.ts";

/** A filter that may name a segment: its filter must hold beside the others. */
export type ChosenFilter = ContactFilter & { segment?: string };

/**
 * The filter as a store takes it: addresses in the form in which they are compared. A segment of somebody else is not found;
 * faults are named below `at`, a JSON pointer.
 */
export async function resolveFilter(ctx: Context, { segment: id, ...given }: ChosenFilter, at = ""): Promise<ContactFilter> {
  const filter = await withComparedAddresses(ctx, given, at);
  if (id === undefined) return filter;
  const errors = [{ pointer: `${at}/segment`, detail: "does not exist" }];
  const segment = (await ctx.store.segments.find(id)) ?? fail("not_found", `segment ${id} does not exist`, { errors });
  return { ...filter, and: segment.filter };
}

async function withComparedAddresses(ctx: Context, { email, phone, ...filter }: ContactFilter, at: string): Promise<ContactFilter> {
  const region = phone === undefined ? null : (await ctx.store.settings.current()).document.region;
  return { ...filter, ...(email && { email: email.map(emailOf) }), ...(phone && { phone: phone.map(phoneOf) }) };

  function emailOf(written: string): string {
    const normal = normalizeEmail(written);
    if (normal === null) throw invalidField(`${at}/email`, "is not an e-mail address");
    return comparedEmail(normal);
  }

  /** A plus that nobody has escaped in a query arrives as a blank. */
  function phoneOf(written: string): string {
    const normal = toE164(written, region) ?? toE164(`+${written.trim()}`, null);
    if (normal === null) throw invalidField(`${at}/phone`, "is not a phone number, or not one of a known country: write it with + and the country");
    return comparedPhone(normal);
  }
}

import { invalidField } from "#core/errors.ts";
import type { BranchRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { normalizeEmail } from "#core/rules/email.ts";
import { toE164 } from "#core/rules/phone.ts";
import { isTimeZone } from "#core/usecases/contacts/time-zone.ts";

/** What staff write about a branch; null clears. */
export type BranchFields = { [F in "address" | "email" | "phone" | "timeZone"]?: string | null | undefined };

/** The given fields, checked and normalized as a contact's are. */
export async function branchFields(ctx: Context, given: BranchFields): Promise<Partial<Pick<BranchRecord, keyof BranchFields>>> {
  const { address, email, phone, timeZone } = given;
  if (timeZone && !isTimeZone(timeZone)) throw invalidField("/timeZone", "is not an IANA time zone, like Asia/Manila");
  return {
    ...(address !== undefined && { address }),
    ...(timeZone !== undefined && { timeZone }),
    ...(email !== undefined && { email: email === null ? null : readEmail(email) }),
    ...(phone !== undefined && { phone: phone === null ? null : await readPhone(ctx, phone) }),
  };
}

function readEmail(written: string): string {
  const email = normalizeEmail(written);
  if (email === null) throw invalidField("/email", "is not an e-mail address");
  return email;
}

async function readPhone(ctx: Context, written: string): Promise<string> {
  const phone = toE164(written, (await ctx.store.settings.current()).document.region);
  if (phone === null) throw invalidField("/phone", "is not a phone number; write it with its country, like +63 917 123 4567");
  return phone;
}

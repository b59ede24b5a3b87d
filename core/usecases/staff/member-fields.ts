import { invalidField } from "#core/errors.ts";
import { normalizeEmail } from "#core/rules/address/email.ts";

/** The e-mail address in the form in which it is compared with Slack profiles. Throws CrmError `invalid` at /email. */
export function staffEmail(text: string | null): string | null {
  if (text === null) return null;
  const email = normalizeEmail(text);
  if (email === null) throw invalidField("/email", "is not an e-mail address");
  return email;
}

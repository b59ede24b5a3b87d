import { invalidField } from "#core/errors.ts";
import { normalizeEmail } from "#core/rules/address/email.ts";

/** As it is compared: whose profile in the chat has this address is this member. */
export function staffEmail(text: string | null): string | null {
  if (text === null) return null;
  const email = normalizeEmail(text);
  if (email === null) throw invalidField("/email", "is not an e-mail address");
  return email;
}

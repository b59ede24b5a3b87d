import { visibleForm } from "../text/visible.ts";

/** One @, a domain with a dot, no quotes, comments or blanks: what mail providers hand out, not all that RFC 5322 allows. */
const practical = /^[^\s@"(),:;<>[\]\\]+@[^\s@"(),:;<>[\]\\.-][^\s@"(),:;<>[\]\\]*\.[^\s@"(),:;<>[\]\\.]{2,}$/u;

/**
 * Lower case and as it is seen, or null when it is not an address a person would have, or has something in it that is not
 * seen. At most 254 characters (RFC 5321, 4.5.3.1).
 */
export function normalizeEmail(text: string): string | null {
  const email = visibleForm(text)
    ?.toLowerCase()
    // A capital İ, as Turkish keyboards begin a line, becomes an i with a second dot.
    .replaceAll("i\u0307", "i")
    .normalize("NFC")
    .replace(/[。｡](?=[^@]*$)/gu, ".");
  if (email === undefined) return null;
  const at = email.lastIndexOf("@");
  const local = email.slice(0, at);
  const isWhole = !email.includes("..") && !local.startsWith(".") && !local.endsWith(".");
  const isAddress = email.length <= 254 && local.length <= 64 && isWhole && practical.test(email);
  return isAddress && asciiDomain(email.slice(at + 1)) !== null ? email : null;
}

/** The form in which normalized addresses are compared: the domain as the mail's envelope has it (IDNA). */
export function comparedEmail(email: string): string {
  const at = email.lastIndexOf("@") + 1;
  return email.slice(0, at) + (asciiDomain(email.slice(at)) ?? email.slice(at));
}

/** Null when it cannot be a domain. Those of ASCII alone are taken as they are. */
function asciiDomain(domain: string): string | null {
  if (/^[\p{ASCII}]*$/u.test(domain) && !domain.includes("xn--")) return domain;
  if (/[\s%/?#:@\\]/u.test(domain) || !URL.canParse(`http://${domain}`)) return null;
  return new URL(`http://${domain}`).hostname;
}

/** One @, a domain with a dot, no quotes, comments or blanks: what mail providers hand out, not all that RFC 5322 allows. */
const practical = /^[^\s@"(),:;<>[\]\\]+@[^\s@"(),:;<>[\]\\.-][^\s@"(),:;<>[\]\\]*\.[^\s@"(),:;<>[\]\\.]{2,}$/u;

/** Lower case, or null when it is not an address a person would have. At most 254 characters (RFC 5321, 4.5.3.1). */
export function normalizeEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  const local = email.slice(0, email.lastIndexOf("@"));
  const isWhole = !email.includes("..") && !local.startsWith(".") && !local.endsWith(".");
  return email.length <= 254 && local.length <= 64 && isWhole && practical.test(email) ? email : null;
}

/** The closed list of ways to say no; api/problem.ts and the Slack app translate it, nobody invents another. */
export const errorCodes = [
  "unauthorized",
  "forbidden",
  "not_found",
  "gone",
  "conflict",
  "invalid",
  "too_large",
  "rate_limited",
  "unavailable",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** One fault in the input: a JSON pointer to the field, and what to do about it. */
export type FieldFault = { pointer: string; detail: string };

/** What travels with an error: ids, limits and faults. Never a text a customer wrote, never a secret. */
export type ErrorDetails = Readonly<Record<string, unknown>> & { readonly errors?: readonly FieldFault[] };

/** The only error the core throws on purpose. Messages are written for the person who can act on them. */
export class CrmError extends Error {
  override readonly name = "CrmError";
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** Throws a CrmError where an expression is wanted: `found ?? fail("not_found", …)`. */
export function fail(code: ErrorCode, message: string, details: ErrorDetails = {}): never {
  throw new CrmError(code, message, details);
}

/** An `invalid` error that names one field, e.g. `invalidField("/from/email", "is not an e-mail address")`. */
export function invalidField(pointer: string, detail: string): CrmError {
  return new CrmError("invalid", `${pointer} ${detail}`, { errors: [{ pointer, detail }] });
}

/** What the log says of an error: its name alone, since its text may hold personal data. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}

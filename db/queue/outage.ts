import { CrmError } from "#core/errors.ts";

/** Classes of SQLSTATE that speak of the server and not of the statement: connection, resources, operator, system, corruption. */
const serverClasses = new Set(["08", "53", "57", "58", "XX"]);

/** A database that takes longer over one statement is as good as gone. */
export const answerWithinMs = 10_000;

/** Whether the same call may well succeed later. */
export function isOutage(error: unknown): boolean {
  const code = codeOf(error);
  if (code?.startsWith("ERR_")) return false;
  return !isSqlState(code) || serverClasses.has(code.slice(0, 2));
}

/** Of an embedded database: its files are gone or damaged. */
export function isLoss(error: unknown): boolean {
  const code = codeOf(error);
  return isSqlState(code) && (code.startsWith("58") || /^XX00[012]$/.test(code));
}

/** `unavailable` for an outage; a fault of ours stays what it is. */
export function toCrmError(error: unknown): unknown {
  if (error instanceof CrmError || !isOutage(error)) return error;
  const unavailable = new CrmError("unavailable", "the queue cannot be reached; it is tried again");
  unavailable.cause = error;
  return unavailable;
}

/** What may be kept of an error for ever: its code or the name of its class. Its message could quote a customer. */
export function errorName(error: unknown): string {
  const code = codeOf(error);
  if (code && /^[A-Za-z]\w{0,59}$/.test(code)) return code;
  if (!(error instanceof Error)) return "unknown";
  const name = error.name === "Error" ? error.constructor.name : error.name;
  return /^[A-Za-z]\w{0,59}$/.test(name) ? name : "Error";
}

/** Rejects when the promise takes longer: a server that hangs is as good as one that is gone. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function codeOf(error: unknown): string | undefined {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

function isSqlState(code: string | undefined): code is string {
  return code !== undefined && /^(?=.*\d)[0-9A-Z]{5}$/.test(code);
}

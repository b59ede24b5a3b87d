import { CrmError } from "#core/errors.ts";

/** Classes of SQLSTATE that are faults of the server, not of the statement: connection, resources, operator, system, corruption. */
const serverClasses = new Set(["08", "53", "57", "58", "XX"]);

/** Longest time for one statement, in ms; a database that takes longer counts as unreachable. */
export const answerWithinMs = 10_000;

/** True when the same call may succeed later. */
export function isOutage(error: unknown): boolean {
  const code = codeOf(error);
  if (code?.startsWith("ERR_")) return false;
  return !isSqlState(code) || serverClasses.has(code.slice(0, 2));
}

/** True when the files of an embedded database are deleted or damaged. */
export function isLoss(error: unknown): boolean {
  const code = codeOf(error);
  return isSqlState(code) && (code.startsWith("58") || /^XX00[012]$/.test(code));
}

/** `unavailable` for an outage; any other error unchanged. */
export function toCrmError(error: unknown): unknown {
  if (error instanceof CrmError || !isOutage(error)) return error;
  const unavailable = new CrmError("unavailable", "the queue cannot be reached; it is tried again");
  unavailable.cause = error;
  return unavailable;
}

/** What may be stored and logged of an error: its code or class name. The message is left out, since it could quote a customer. */
export function errorName(error: unknown): string {
  const code = codeOf(error);
  if (code && /^[A-Za-z]\w{0,59}$/.test(code)) return code;
  if (!(error instanceof Error)) return "unknown";
  const name = error.name === "Error" ? error.constructor.name : error.name;
  return /^[A-Za-z]\w{0,59}$/.test(name) ? name : "Error";
}

/** Rejects when the promise takes longer than `ms`, so that a server that hangs counts as unreachable. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The code of an error; undefined when it has none. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

function isSqlState(code: string | undefined): code is string {
  return code !== undefined && /^(?=.*\d)[0-9A-Z]{5}$/.test(code);
}

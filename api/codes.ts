import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ErrorCode } from "#core/errors.ts";

/** Codes that only HTTP knows, beside those of the core. */
export type ProblemCode = ErrorCode | "malformed" | "method_not_allowed" | "unsupported_media_type" | "internal";

type ProblemKind = { status: ContentfulStatusCode; title: string; meaning: string };

/** Every problem the API answers with: the pages under /problems/ and the translation of errors read this list. */
export const problemKinds = {
  malformed: {
    status: 400,
    title: "Malformed",
    meaning: "The body is not JSON in UTF-8, or was cut short. The detail says where, when that can be told.",
  },
  unauthorized: {
    status: 401,
    title: "Unauthorized",
    meaning: "The request has no key, or one that is unknown or revoked. Send Authorization: Bearer KEY.",
  },
  forbidden: { status: 403, title: "Forbidden", meaning: "The key is known, but its scopes do not allow this." },
  not_found: { status: 404, title: "Not found", meaning: "There is no such thing, or it belongs to another agent." },
  method_not_allowed: {
    status: 405,
    title: "Method not allowed",
    meaning: "There is something at this path, but not for this method: Allow names those that there are.",
  },
  conflict: {
    status: 409,
    title: "Conflict",
    meaning: "The request contradicts what is there already, or another request with the same Idempotency-Key. The detail says with what.",
  },
  gone: { status: 410, title: "Gone", meaning: "It was there, and has been merged into another or deleted for good." },
  too_large: { status: 413, title: "Too large", meaning: "The body is larger than this route takes: 1 MB, 10 MB for a batch, 500 MB for an import." },
  unsupported_media_type: {
    status: 415,
    title: "Unsupported media type",
    meaning: "Bodies are JSON: send Content-Type: application/json. Imports are text/csv or application/x-ndjson.",
  },
  invalid: { status: 422, title: "Invalid", meaning: "Some of the input cannot be taken; errors names each field by a JSON pointer." },
  rate_limited: { status: 429, title: "Rate limited", meaning: "Too many requests. Wait as long as Retry-After says." },
  internal: { status: 500, title: "Internal error", meaning: "Something went wrong on our side. Quote the request id when you report it." },
  unavailable: { status: 503, title: "Unavailable", meaning: "The server cannot do this at the moment. Send the request again a little later." },
} as const satisfies Record<ProblemCode, ProblemKind>;

/** The code of a status that HTTP machinery gives. */
export function codeOfStatus(status: number): ProblemCode {
  // The table has a row for each code, and no others.
  const codes = Object.keys(problemKinds) as ProblemCode[];
  return codes.find((code) => problemKinds[code].status === status) ?? "internal";
}

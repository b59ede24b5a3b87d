import { sha256OfBytes } from "../digest.ts";
import type { ApiContext } from "../types.ts";

/** A document that is the same for everybody: encoded once, with the ETag by which a client keeps its copy. */
export type PreparedDocument = { body: Uint8Array<ArrayBuffer>; type: string; etag: string };

/** Prepares a document; `type` is its media type. */
export async function prepareDocument(content: string | Uint8Array<ArrayBuffer>, type: string): Promise<PreparedDocument> {
  const body = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { body, type, etag: `"${(await sha256OfBytes(body)).slice(0, 24)}"` };
}

/** Answers with the document, or with 304 when the client has it already. */
export function sendDocument(c: ApiContext, { body, type, etag }: PreparedDocument, headers: Record<string, string> = {}): Response {
  const common = { ...headers, etag, "cache-control": headers["cache-control"] ?? "no-cache" };
  const known = c.req
    .header("if-none-match")
    ?.split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  if (known?.includes(etag)) return c.body(null, 304, common);
  return c.body(body, 200, { ...common, "content-type": type });
}

/** Calls `make` once for each key and shares the promise with concurrent callers. A failure, or null, is not cached. */
export function memoizeAsync<T>(make: (key: string) => Promise<T>): (key?: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (key = "") => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const making = make(key);
    made.set(key, making);
    making.then(
      (value) => value === null && made.delete(key),
      () => made.delete(key),
    );
    return making;
  };
}

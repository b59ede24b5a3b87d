import { createMiddleware } from "hono/factory";
import { fail, invalidField } from "#core/errors.ts";
import type { IdempotencyRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { Digest } from "#core/rules/imports/digest.ts";
import { derivedKey, randomKey, sha256 } from "./digest.ts";
import { isStreamed } from "./http/body.ts";
import type { ApiContext, ApiEnv } from "./types.ts";

/** Stands in kept answers for the key that the first answer showed: keys are stored as hashes only. */
const keyMark = "rk_shown-once";

/**
 * A POST with an Idempotency-Key has its effect once: the answer is kept in the commit that has the effect, and a repeat
 * gets it again. `secret` derives the API keys that such requests hand out.
 */
export function idempotency(secret: string) {
  const inFlight = new Set<string>();
  return createMiddleware<ApiEnv>(async (c, next) => {
    const key = c.req.method === "POST" ? c.req.header("idempotency-key") : undefined;
    if (key === undefined) {
      c.set("newKey", async () => randomKey());
      return next();
    }
    if (!/^[\x20-\x7e]{1,255}$/.test(key)) throw invalidField("/Idempotency-Key", "is 1 to 255 printable ASCII characters");
    const { store } = c.var.ctx;
    const keyHash = await sha256(key);
    const slot = `${store.agentId} ${keyHash}`;
    if (inFlight.has(slot)) return fail("conflict", "a request with this Idempotency-Key is being carried out");
    inFlight.add(slot);
    try {
      const found = await store.idempotency.find(keyHash);
      const requestHash = await requestHashOf(c, found !== null);
      const newKey = () => derivedKey(secret, slot, requestHash);
      if (found) return await replay(c, found, requestHash, newKey);
      c.set("idempotency", { keyHash, requestHash });
      c.set("newKey", newKey);
      return await next();
    } finally {
      inFlight.delete(slot);
    }
  });
}

/** What the hash of a request begins with, a line each. */
export function requestLine(c: ApiContext): [method: string, path: string] {
  return [c.req.method, pathAndQuery(c.req.url)];
}

/** A body that is streamed is read here only for a key that has been used before; else its route hashes it as it comes. */
async function requestHashOf(c: ApiContext, isRepeat: boolean): Promise<string> {
  if (!isStreamed(c.req)) return sha256(...requestLine(c), await c.req.text());
  if (!isRepeat) return "";
  const digest = new Digest(...requestLine(c));
  for await (const bytes of c.req.raw.body ?? []) digest.add(bytes);
  return digest.end();
}

function pathAndQuery(url: string): string {
  return url.slice(url.indexOf("/", url.indexOf("//") + 2));
}

async function replay(c: ApiContext, kept: IdempotencyRecord, requestHash: string, newKey: () => Promise<string>): Promise<Response> {
  if (kept.requestHash !== requestHash) return fail("conflict", "this Idempotency-Key came with another request before; use a new key");
  if (kept.status === 410 || kept.body === null) return fail("gone", "the answer to this request has been deleted with the contact it was about");
  const shown = kept.body.includes(keyMark) ? kept.body.replace(keyMark, await newKey()) : kept.body;
  return c.body(shown, kept.status as SuccessStatus, { "content-type": "application/json", "idempotency-replayed": "true" });
}

type SuccessStatus = 200 | 201 | 202;

/**
 * The context for a use case whose result this POST answers with, as `view(result)` under `status`. Every POST handler
 * gets its context here: with an Idempotency-Key the answer is kept in the same commit.
 */
export function idempotent<T>(c: ApiContext, status: SuccessStatus | ((result: T) => SuccessStatus), view: (result: T) => object): Context {
  const { ctx, idempotency: asked } = c.var;
  if (!asked) return ctx;
  const answer = (result: unknown) => {
    // Use cases commit the very result that they return.
    const given = result as T;
    const body = view(given);
    const kept = "key" in body && typeof body.key === "string" ? { ...body, key: keyMark } : body;
    return { status: typeof status === "function" ? status(given) : status, body: JSON.stringify(kept), contactId: contactIdIn(body) };
  };
  return { ...ctx, idempotency: { ...asked, answer } };
}

/** Whose data the answer shows: a contact's own view, or one that names its contact. */
function contactIdIn(body: object): string | null {
  const { contact, contactId, id } = body as Partial<Record<"contact" | "contactId" | "id", unknown>>;
  if (typeof contact === "object" && contact !== null) return contactIdIn(contact);
  if (typeof contactId === "string") return contactId;
  return typeof id === "string" && id.startsWith("con_") ? id : null;
}

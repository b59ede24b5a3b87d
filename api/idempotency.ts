import { createMiddleware } from "hono/factory";
import { fail, invalidField } from "#core/errors.ts";
import type { IdempotencyRecord } from "#core/model/records.ts";
import type { Context } from "#core/ports/context.ts";
import { Digest } from "#core/rules/imports/digest.ts";
import { sha256 } from "./digest.ts";
import { isStreamed } from "./http/body.ts";
import type { ApiContext, ApiEnv } from "./types.ts";

/**
 * A POST with an Idempotency-Key has its effect once: the answer is stored in the commit that has the effect, and a repeat by
 * the same API key gets it. An answer that shows a secret is not stored: its repeat is a conflict that says so.
 */
export function idempotency() {
  const inFlight = new Set<string>();
  return createMiddleware<ApiEnv>(async (c, next) => {
    const key = c.req.method === "POST" ? c.req.header("idempotency-key") : undefined;
    if (key === undefined) return next();
    if (!/^[\x20-\x7e]{1,255}$/.test(key)) throw invalidField("/Idempotency-Key", "is 1 to 255 printable ASCII characters");
    const { store } = c.var.ctx;
    const ownerId = c.var.key.id;
    const keyHash = await sha256(ownerId, key);
    const slot = `${store.agentId} ${keyHash}`;
    if (inFlight.has(slot)) return fail("conflict", "a request with this Idempotency-Key is being carried out");
    inFlight.add(slot);
    try {
      const found = await store.idempotency.find(keyHash, await sha256(key));
      if (found?.ownerId === null) return ofFormerVersion();
      const requestHash = await requestHashOf(c, found !== null);
      if (found) return replay(c, found, requestHash);
      c.set("idempotency", { keyHash, requestHash, ownerId });
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

/** Answers of a time when they were stored without the API key that they belong to. They go after a day, as all do. */
function ofFormerVersion(): never {
  const detail = "this Idempotency-Key came with a request that an earlier version carried out, and its answer cannot be given again";
  return fail("conflict", `${detail}: look whether the effect is there, and use a new key`);
}

function replay(c: ApiContext, stored: IdempotencyRecord, requestHash: string): Response {
  if (stored.requestHash !== requestHash) return fail("conflict", "this Idempotency-Key came with another request before; use a new key");
  if (stored.status === 410) return fail("gone", "the answer to this request has been deleted with the contact it was about");
  if (stored.body === null) {
    return fail("conflict", "this request was carried out before, and its answer showed a secret, which is shown once: use a new Idempotency-Key");
  }
  // Only answers of success are stored (`idempotent`).
  return c.body(stored.body, stored.status as SuccessStatus, { "content-type": "application/json", "idempotency-replayed": "true" });
}

type SuccessStatus = 200 | 201 | 202;

/**
 * The context for a use case whose result this POST answers with, as `view(result)` under `status`. Every POST handler
 * gets its context here: with an Idempotency-Key the answer is stored in the same commit.
 */
export function idempotent<T>(c: ApiContext, status: SuccessStatus | ((result: T) => SuccessStatus), view: (result: T) => object): Context {
  const { idempotency: asked, operation } = c.var;
  // Use cases commit the very result that they return.
  const ctx = withSubject(c.var.ctx, (result) => view(result as T));
  if (!asked) return ctx;
  const answer = (result: unknown) => {
    // Use cases commit the very result that they return.
    const committed = result as T;
    const body = view(committed);
    return {
      status: typeof status === "function" ? status(committed) : status,
      body: operation?.showsSecret ? null : JSON.stringify(body),
      contactId: contactIdIn(body),
    };
  };
  return { ...ctx, idempotency: { ...asked, answer } };
}

/** What a POST has made is what its audit line is about. */
function withSubject(ctx: Context, view: (result: unknown) => object): Context {
  if (!ctx.audit || ctx.audit.subjectId !== null) return ctx;
  return { ...ctx, audit: { ...ctx.audit, subjectOf: (result) => idIn(view(result)) } };
}

function idIn(body: object): string | null {
  const { id, contactId, contact } = fieldsOf(body);
  if (typeof id === "string") return id;
  if (typeof contactId === "string") return contactId;
  return typeof contact === "object" && contact !== null ? idIn(contact) : null;
}

/** Whose data the answer shows: a contact's own view, or one that names its contact. */
function contactIdIn(body: object): string | null {
  const { contact, contactId, id } = fieldsOf(body);
  if (typeof contact === "object" && contact !== null) return contactIdIn(contact);
  if (typeof contactId === "string") return contactId;
  return typeof id === "string" && id.startsWith("con_") ? id : null;
}

/** Whatever its fields are, they are read as unknown. */
function fieldsOf(body: object): Partial<Record<"contact" | "contactId" | "id", unknown>> {
  return body;
}

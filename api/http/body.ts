import { createMiddleware } from "hono/factory";
import { HTTPException } from "hono/http-exception";
import { CrmError, fail } from "#core/errors.ts";
import type { ApiContext, ApiEnv } from "../types.ts";
import { canHoldTooManyValues, jsonFault, refuseTooManyValues } from "./json-body.ts";
import { refuseUnstorable, suspicious } from "./storable-text.ts";
import { locatedIn } from "./validation-faults.ts";

const megabyte = 1_048_576;
/** Bodies whose items are judged one by one. */
const batches = ["/v1/messages/batch"];
/** Bodies of any length that their route reads as they come in. */
const streams = ["/v1/contacts/import"];

export function isStreamed({ method, path }: ApiContext["req"]): boolean {
  return method === "POST" && streams.includes(path);
}

/** Takes one byte order mark away, which some programs put before what they write (RFC 8259, section 8.1). */
const utf8 = new TextDecoder("utf-8", { fatal: true });
const json = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/** Reads the body once, within bounds, as UTF-8 that can be stored; handlers get it from the request's cache. */
export const readBody = createMiddleware<ApiEnv>(async (c, next) => {
  if (c.req.url.includes("%00")) refuseNul(c.req);
  if (c.req.method === "GET" || c.req.method === "HEAD") return next();
  if (isStreamed(c.req)) return next();
  const isBatch = batches.includes(c.req.path);
  const bytes = await readBounded(c.req.raw, (isBatch ? 10 : 1) * megabyte);
  if (bytes.byteLength > 0 && !json.test(c.req.header("content-type") ?? "")) throw new HTTPException(415);
  const text = decode(bytes);
  // The cache holds promises, whatever its type says.
  Object.assign(c.req.bodyCache, { text: Promise.resolve(text) });
  if (text !== "") inspect(text, isBatch);
  return next();
});

/** Throws for what is not JSON, and for what is not to reach a schema; items of a batch are inspected one by one. */
function inspect(text: string, isBatch: boolean): void {
  const body = parse(text);
  if (isBatch) return;
  if (canHoldTooManyValues(text)) refuseTooManyValues(body);
  const fault = suspicious.test(text) ? refuseUnstorable(body) : undefined;
  if (fault) throw fault;
}

/** No path and no filter can hold a NUL; the database would cut the text there. */
function refuseNul(request: ApiContext["req"]): never {
  const parameter = Object.entries(request.query()).find(([, value]) => value.includes("\u0000"))?.[0];
  const detail = "contains a NUL character";
  const [name, fault] =
    parameter === undefined
      ? ["the path", { pointer: "", detail }]
      : [`the query parameter ${parameter}`, locatedIn("query", { pointer: `/${parameter}`, detail })];
  return fail("invalid", `${name} ${detail}`, { errors: [fault] });
}

/** The whole body. Stops reading and throws CrmError `too_large` when it is longer than `limit` bytes. */
export async function readBounded(request: Request, limit: number): Promise<ArrayBuffer | Uint8Array<ArrayBuffer>> {
  const announced = request.headers.get("content-length");
  if (announced !== null) {
    if (Number(announced) > limit) tooLarge(limit);
    return unlessCutShort(request.arrayBuffer());
  }
  return request.body ? unlessCutShort(collect(request.body, limit)) : new Uint8Array();
}

/** A client that hangs up before its body is whole is at fault itself: nobody reads the answer, and nothing is wrong here. */
export async function unlessCutShort<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof CrmError) throw error;
    throw new HTTPException(400, { message: "the body was cut short" });
  }
}

/** Chunked bodies say nothing of their length: they are counted as they come. */
async function collect(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > limit) tooLarge(limit);
    chunks.push(chunk);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function tooLarge(limit: number): never {
  return fail("too_large", `the body is larger than ${limit} bytes`, { limit });
}

function decode(bytes: ArrayBuffer | Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new HTTPException(400, { message: "the body is not UTF-8" });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw jsonFault(text);
  }
}

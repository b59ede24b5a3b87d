import { createMiddleware } from "hono/factory";
import { HTTPException } from "hono/http-exception";
import { fail } from "#core/errors.ts";
import type { ApiContext, ApiEnv } from "../types.ts";
import { refuseUnstorable, suspicious } from "./storable-text.ts";

const megabyte = 1_048_576;
/** Bodies whose items are judged one by one. */
const batches = ["/v1/messages/batch"];
/** Bodies of any length that their route reads as they come in. */
const streams = ["/v1/contacts/import"];

export function isStreamed({ method, path }: ApiContext["req"]): boolean {
  return method === "POST" && streams.includes(path);
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
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
  c.req.bodyCache.text = Promise.resolve(text) as unknown as string;
  const fault = !isBatch && suspicious.test(text) ? refuseUnstorable(parse(text)) : undefined;
  if (fault) throw fault;
  return next();
});

/** No path and no filter can hold a NUL; the database would cut the text there. */
function refuseNul(request: ApiContext["req"]): never {
  const parameter = Object.entries(request.query()).find(([, value]) => value.includes("\u0000"))?.[0];
  const pointer = parameter === undefined ? "" : `/${parameter}`;
  return fail("invalid", `${pointer || "the path"} contains a NUL character`, { errors: [{ pointer, detail: "contains a NUL character" }] });
}

/** The whole body. Stops reading and throws CrmError `too_large` when it is longer than `limit` bytes. */
export async function readBounded(request: Request, limit: number): Promise<ArrayBuffer | Uint8Array<ArrayBuffer>> {
  const announced = request.headers.get("content-length");
  if (announced !== null) {
    if (Number(announced) > limit) tooLarge(limit);
    return request.arrayBuffer();
  }
  return request.body ? collect(request.body, limit) : new Uint8Array();
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
    return fail("invalid", "the body is not UTF-8", { errors: [{ pointer: "", detail: "is not UTF-8" }] });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return fail("invalid", "the body is not JSON", { errors: [{ pointer: "", detail: "is not JSON" }] });
  }
}

import { fail } from "#core/errors.ts";
import type { Digest } from "#core/rules/imports/digest.ts";

const maxBytes = 500 * 1_048_576;
/** Characters of a piece at most: what is parsed in one go. */
const longest = 65_536;

/** Refuses what is announced as larger than an import may be. */
export function refuseLarge(announced: string | undefined): void {
  if (announced !== undefined && Number(announced) > maxBytes) tooLarge();
}

function tooLarge(): never {
  return fail("too_large", `the file is larger than ${maxBytes} bytes; split it`, { limit: maxBytes });
}

/** A body as text, piece by piece as it comes in, without a byte order mark. Counts and digests its bytes. */
export async function* piecesOf(body: ReadableStream<Uint8Array> | null, digest: Digest | null): AsyncGenerator<string> {
  if (body === null) return;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let length = 0;
  for await (const bytes of received(body)) {
    length += bytes.byteLength;
    if (length > maxBytes) tooLarge();
    digest?.add(bytes);
    for (let at = 0; at < bytes.byteLength; at += longest) yield decode(() => decoder.decode(bytes.subarray(at, at + longest), { stream: true }));
  }
  yield decode(() => decoder.decode());
}

function decode(read: () => string): string {
  try {
    return read();
  } catch {
    return fail("invalid", "the file is not UTF-8; save it with that encoding", { errors: [{ pointer: "", detail: "is not UTF-8" }] });
  }
}

/** A client that goes away is no fault of ours. */
async function* received(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => fail("invalid", "the upload has broken off"));
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

import { fail } from "#core/errors.ts";
import type { Digest } from "#core/rules/imports/digest.ts";
import { joined, type TextReader, textReaderFor } from "./decode.ts";

const maxBytes = 500 * 1_048_576;
/** Characters of a piece at most: what is parsed in one go. */
const longest = 65_536;
/** Bytes that the encoding is told from. */
const shortest = 1_024;

/** Refuses what is announced as larger than an import may be. */
export function refuseLarge(announced: string | undefined): void {
  if (announced !== undefined && Number(announced) > maxBytes) tooLarge();
}

function tooLarge(): never {
  return fail("too_large", `the file is larger than ${maxBytes} bytes; split it`, { limit: maxBytes });
}

/**
 * A body as text, piece by piece as it comes in, without a byte order mark. Counts and digests its bytes. `charset`: the
 * encoding it says to have; what it begins with is believed first.
 */
export async function* piecesOf(
  body: ReadableStream<Uint8Array> | null,
  digest: Digest | null,
  charset: string | null = null,
): AsyncGenerator<string> {
  if (body === null) return;
  let reader: TextReader | null = null;
  let length = 0;
  for await (const bytes of inParts(body)) {
    length += bytes.byteLength;
    if (length > maxBytes) tooLarge();
    digest?.add(bytes);
    reader ??= textReaderFor(bytes, charset);
    yield reader.read(bytes);
  }
  if (reader) yield reader.end();
}

/** The first part is long enough to tell the encoding from, or all there is. */
async function* inParts(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | null = new Uint8Array();
  for await (const bytes of received(body)) {
    start = start && joined(start, bytes);
    if (start && start.length < shortest) continue;
    const whole: Uint8Array = start ?? bytes;
    start = null;
    for (let at = 0; at < whole.byteLength; at += longest) yield whole.subarray(at, at + longest);
  }
  if (start && start.length > 0) yield start;
}

/** A client that disconnects is not an error of the server. */
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

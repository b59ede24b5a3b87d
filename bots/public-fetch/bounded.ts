import { CrmError } from "#core/errors.ts";

/** The answer with a body that ends in CrmError `too_large` beyond so many bytes; at once where it says so itself. */
export function bounded(answer: Response, maxBytes: number): Response {
  const headers = new Headers([...answer.headers]);
  // Of an encoded body the length is not that of its content, which is what is read here.
  if (headers.has("content-encoding")) headers.delete("content-length");
  headers.delete("content-encoding");
  if (Number(headers.get("content-length") ?? 0) > maxBytes) {
    void answer.body?.cancel();
    throw tooLarge(maxBytes);
  }
  return new Response(answer.body?.pipeThrough(limit(maxBytes)) ?? null, { status: answer.status, headers });
}

function limit(maxBytes: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) controller.error(tooLarge(maxBytes));
      else controller.enqueue(chunk);
    },
  });
}

function tooLarge(maxBytes: number): CrmError {
  return new CrmError("too_large", `the answer is larger than ${maxBytes} bytes`);
}

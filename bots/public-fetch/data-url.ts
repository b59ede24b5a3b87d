import { fail } from "#core/errors.ts";

/** The content of a `data:` address (RFC 2397), which holds it itself: nothing is connected to. Throws CrmError `invalid`. */
export async function readDataUrl(url: string): Promise<Response> {
  if (!/^data:/i.test(url)) return fail("invalid", "this is no data: address");
  return fetch(url).catch(() => fail("invalid", "this data: address cannot be read"));
}

import { type Api, GrammyError } from "grammy";
import { readDataUrl } from "#bots/public-fetch/data-url.ts";
import { CrmError, fail } from "#core/errors.ts";
import type { FetchPublic } from "#core/ports/fetch-public.ts";
import { filePrefix } from "./content.ts";

/** What the Bot API lets a bot download (https://core.telegram.org/bots/api#getfile). */
const maxBytes = 20 * 1024 ** 2;
/** For the whole download. */
const timeoutMs = 120_000;

/**
 * The bytes behind a reference, streamed. The answer does not know where it came from, since that address holds the token.
 * Throws CrmError `not_found`, `too_large` or `unavailable`.
 */
export async function fetchMedia(url: string, api: Api, fileRoot: string, fetchPublic: FetchPublic): Promise<Response> {
  if (url.startsWith("data:")) return readDataUrl(url);
  if (!url.startsWith(filePrefix)) return fail("not_found", "this is no file of Telegram");
  const path = await filePath(url.slice(filePrefix.length), api);
  // The root is Telegram's, or the operator's own server.
  const file = await fetchPublic(`${fileRoot}/${path}`, { timeoutMs, maxBytes, trustedOrigin: new URL(fileRoot).origin });
  if (!file.ok || !file.body) {
    await file.body?.cancel();
    return fail(file.status === 404 ? "not_found" : "unavailable", `Telegram answered ${file.status} for the file`);
  }
  return new Response(file.body, { headers: { "content-type": "application/octet-stream", ...lengthOf(file) } });
}

async function filePath(fileId: string, api: Api): Promise<string> {
  try {
    const { file_path: path, file_size: size } = await api.getFile(fileId);
    if (size !== undefined && size > maxBytes) fail("too_large", "the file is larger than the 20 MB that Telegram gives to bots");
    return path ?? fail("not_found", "Telegram has no such file any more");
  } catch (error) {
    if (error instanceof CrmError) throw error;
    throw fileError(error);
  }
}

function fileError(error: unknown): CrmError {
  if (!(error instanceof GrammyError)) return new CrmError("unavailable", "Telegram cannot be reached for the file");
  if (/too big/.test(error.description)) return new CrmError("too_large", "the file is larger than the 20 MB that Telegram gives to bots");
  if (error.error_code === 400) return new CrmError("not_found", "Telegram has no such file any more");
  return new CrmError("unavailable", `Telegram answered ${error.error_code} for the file`);
}

function lengthOf({ headers }: Response): Record<string, string> {
  const length = headers.get("content-length");
  return length === null ? {} : { "content-length": length };
}

import { fail } from "#core/errors.ts";

const uploadMs = 60_000;

/** Hands a file to Slack at the address it named, which is good for this file alone. Throws CrmError `unavailable`. */
export async function upload(url: string, body: Uint8Array<ArrayBuffer>): Promise<void> {
  const headers = { "content-type": "application/octet-stream" };
  const asked = fetch(url, { method: "POST", headers, body, redirect: "error", signal: AbortSignal.timeout(uploadMs) });
  const isTaken = await asked.then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isTaken) fail("unavailable", "Slack did not take the file: try again");
}

import { fail } from "#core/errors.ts";
import type { FetchPublic } from "#core/ports/fetch-public.ts";

/** Where Slack, and its version for governments, takes files and later answers (https://docs.slack.dev/govslack). */
const slackHosts = ["slack.com", "slack-gov.com"];

const answerTimeoutMs = 5_000;
/** For a whole file, up or down. */
const fileTimeoutMs = 60_000;
/** Slack answers both with a word or two. */
const maxAnswerBytes = 100_000;

/** Calls of the addresses that Slack names in its calls and answers. */
export type SlackAddresses = {
  /** Sends a message to a `response_url`. False: the address is too old, out of reach, or none of Slack's. */
  respond(url: string, message: object): Promise<boolean>;
  /** Hands over a file at the address that Slack has named for it alone. Throws CrmError `unavailable`. */
  upload(url: string, file: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The file at the private address that Slack has named for it, of at most so many bytes. Throws CrmError as `FetchPublic`. */
  download(url: string, token: string, maxBytes: number): Promise<Response>;
};

/** `apiUrl`: another Slack than Slack's own; addresses of its origin are as good as Slack's hosts. */
export function slackAddresses(fetchPublic: FetchPublic, apiUrl: string | undefined): SlackAddresses {
  const slacks = { hosts: slackHosts, trustedOrigin: apiUrl && new URL(apiUrl).origin } as const;
  const common = { method: "POST", maxBytes: maxAnswerBytes, ...slacks } as const;
  async function isTaken(url: string, type: string, body: string | Uint8Array<ArrayBuffer>, timeoutMs: number): Promise<boolean> {
    const answer = await fetchPublic(url, { ...common, headers: { "content-type": type }, body, timeoutMs }).catch(() => null);
    await answer?.body?.cancel();
    return answer?.ok ?? false;
  }
  return {
    respond: (url, message) => isTaken(url, "application/json", JSON.stringify(message), answerTimeoutMs),
    download: (url, token, maxBytes) =>
      fetchPublic(url, { ...slacks, headers: { authorization: `Bearer ${token}` }, timeoutMs: fileTimeoutMs, maxBytes }),
    upload: async (url, file) => {
      if (!(await isTaken(url, "application/octet-stream", file, fileTimeoutMs))) fail("unavailable", "Slack did not take the file: try again");
    },
  };
}

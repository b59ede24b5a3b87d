import { CrmError, fail } from "#core/errors.ts";
import { type FileContent, type StaffFile, staffFilePrefix } from "#core/model/messages/media.ts";
import { plain } from "../blocks/text.ts";
import { asCrmError, faultOf } from "./errors.ts";
import type { StaffRequest, WebClient } from "./feature.ts";
import type { SlackWorkspaceClient } from "./workspace/workspace-client.ts";

/** Larger files are not sent, since a file is held in memory. */
const mostBytes = 20_000_000;

/** What Slack says of a file (https://docs.slack.dev/reference/objects/file-object), as far as it is used. */
type SlackFile = { name: string; type: string; bytes: number; url: string };

/**
 * The files that a colleague has put into Slack, by their ids, as something that can be sent: by reference, since the bytes stay in
 * Slack until then. Throws CrmError with a line for the person when one cannot be read.
 */
export async function staffFiles({ client, workspace }: Pick<StaffRequest, "client" | "workspace">, ids: readonly string[]): Promise<StaffFile[]> {
  const files: StaffFile[] = [];
  for (const id of ids) {
    const file = await fileNamed((call) => call(client), id);
    if (!file) fail("invalid", "nothing was sent, since Slack does not hold the file: put it into the thread once more");
    if (file.bytes > mostBytes) fail("invalid", `nothing was sent, since ${plain(file.name, 100)} is larger than ${mostBytes / 1_000_000} MB`);
    files.push({ url: `${staffFilePrefix}${workspace.id}/${id}`, type: file.type, bytes: file.bytes });
  }
  return files;
}

/** The workspace and the file that a reference names; null: it is none of ours. */
export function readReference(url: string): { workspaceId: string; fileId: string } | null {
  const [, workspaceId, fileId] = new RegExp(`^${staffFilePrefix}(\\w+)/(\\w+)$`).exec(url) ?? [];
  return workspaceId === undefined || fileId === undefined ? null : { workspaceId, fileId };
}

/** The bytes of a file, by the workspace's own token; null: it has been deleted in Slack. */
export async function downloadFile(client: SlackWorkspaceClient, fileId: string): Promise<FileContent | null> {
  const file = await fileNamed((call) => client.call(call), fileId);
  if (!file) return null;
  const answer = await client.addresses.download(file.url, client.web.token ?? "", mostBytes);
  // Without the scope Slack answers with its page to sign in.
  const isPage = (answer.headers.get("content-type") ?? "").startsWith("text/html") && file.type !== "text/html";
  if (!answer.ok || isPage) {
    await answer.body?.cancel();
    if (answer.status === 404) return null;
    return fail(isPage ? "forbidden" : "unavailable", "Slack does not give the file");
  }
  return { bytes: new Uint8Array(await answer.arrayBuffer()), name: file.name };
}

type CallSlack = <T>(call: (web: WebClient) => Promise<T>) => Promise<T>;

/** Null: there is no such file, or its bytes are not Slack's. */
async function fileNamed(callSlack: CallSlack, id: string): Promise<SlackFile | null> {
  try {
    const { file } = await callSlack((web) => web.files.info({ file: id }));
    const url = file?.url_private_download ?? file?.url_private;
    if (!file || !url || file.is_external || file.mode === "tombstone" || file.mode === "hidden_by_limit") return null;
    return { name: file.name || "file", type: file.mimetype || "application/octet-stream", bytes: file.size ?? 0, url };
  } catch (error) {
    if (faultOf(error)?.kind === "gone") return null;
    if (faultOf(error)?.code === "missing_scope") throw new CrmError("forbidden", missingScope);
    throw asCrmError(error);
  }
}

const missingScope = "Slack does not let this app read files: an admin has to install it again with the scope files:read of its manifest";

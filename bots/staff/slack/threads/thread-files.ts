import { CrmError } from "#core/errors.ts";
import type { MessageRecord } from "#core/model/records.ts";
import type { PostRecord } from "#core/model/staff.ts";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commitStep } from "#core/usecases/commit.ts";
import type { SlackWorkspaceClient } from "../workspace/workspace-client.ts";

/** Fetches a file of a message from its platform; null: this process cannot fetch it. */
export type FetchMedia = (message: Pick<MessageRecord, "agentId" | "channel" | "account">, url: string) => Promise<Response | null>;

export type ThreadLocation = { workspaceId: string; channelId: string; threadTs: string | null };

/** Larger files are named in the message but not uploaded, since a file is held in memory. */
const mostBytes = 20_000_000;
/** Before the id of a Slack file in the `ts` of a post, which tells it from a message. */
const filePrefix = "file:";

/**
 * Uploads a customer's files into the thread below their message, each once: the row is written first, so a process that dies
 * on the way leaves a file out rather than upload it twice. Files with a public address are linked in the message instead.
 */
export async function shareFilesInThread(
  ctx: Context,
  client: SlackWorkspaceClient,
  fetchMedia: FetchMedia,
  thread: ThreadLocation,
  message: MessageRecord,
): Promise<void> {
  if (message.direction !== "inbound") return;
  for (const [index, { url, type }] of message.media.entries()) {
    const subjectId = `${message.id}:${index}`;
    if (/^https?:/.test(url) || (await ctx.store.staffChat.post("file", subjectId, thread.channelId))) continue;
    const file = await contentOf(fetchMedia, message, url);
    if (!file) continue;
    const now = ctx.now();
    const row: PostRecord = {
      id: ctx.newId("pst"),
      agentId: ctx.store.agentId,
      workspaceId: thread.workspaceId,
      kind: "file",
      subjectId,
      contactId: message.contactId,
      channelId: thread.channelId,
      ts: null,
      shown: null,
      createdAt: now,
      updatedAt: now,
    };
    await commitStep(ctx, new ChangeSet().insert("posts", row));
    const id = await shareFile(client, thread, `file-${index + 1}.${extensionOf(type)}`, file);
    try {
      await commitStep(ctx, new ChangeSet().replace("posts", row, { ...row, ts: `${filePrefix}${id}` }));
    } catch (error) {
      if (!(error instanceof StaleError)) throw error;
      // Whoever deleted the person meanwhile has taken the row, and could not know of the file.
      await client.call((web) => web.files.delete({ file: id }));
    }
  }
}

async function contentOf(fetchMedia: FetchMedia, message: MessageRecord, url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const response = await fetchMedia(message, url);
    if (!response?.ok || Number(response.headers.get("content-length") ?? 0) > mostBytes) return null;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.byteLength > mostBytes ? null : bytes;
  } catch (error) {
    // The message says that there is a file, and one that cannot be fetched must not hold up the next message.
    if (error instanceof CrmError) return null;
    throw error;
  }
}

async function shareFile(
  client: SlackWorkspaceClient,
  { channelId, threadTs }: ThreadLocation,
  filename: string,
  file: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const { upload_url: url, file_id: id } = await client.call((web) => web.files.getUploadURLExternal({ filename, length: file.byteLength }));
  if (!url || !id) throw new CrmError("unavailable", "Slack takes no file now");
  await client.addresses.upload(url, file);
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  await client.write(channelId, true, (web) =>
    web.files.completeUploadExternal({ files: [{ id, title: filename }], channel_id: channelId, ...thread }),
  );
  return id;
}

/** The id of the Slack file that a post stands for; null: the post is a message. */
export function fileIn(ts: string): string | null {
  return ts.startsWith(filePrefix) ? ts.slice(filePrefix.length) : null;
}

function extensionOf(type: string): string {
  const known: Record<string, string> = { "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "audio/ogg": "ogg", "video/mp4": "mp4" };
  return known[type] ?? (/^[\w.+-]+\/([\w-]{1,8})$/.exec(type)?.[1] || "bin");
}

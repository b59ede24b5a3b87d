import { CrmError } from "#core/errors.ts";
import type { MessageRecord } from "#core/model/records.ts";
import type { PostRecord } from "#core/model/staff.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commitStep } from "#core/usecases/commit.ts";
import { upload } from "./upload.ts";
import type { Door } from "./workspace-client.ts";

/** A file of a message, from the platform it lies with; null: it cannot be had here. */
export type FetchMedia = (message: Pick<MessageRecord, "agentId" | "channel" | "account">, url: string) => Promise<Response | null>;

export type ThreadSpot = { workspaceId: string; channelId: string; threadTs: string | null };

/** Larger files are named and not brought: they are held in memory on their way. */
const mostBytes = 20_000_000;
/** How the row of a file says which one it is in Slack. */
const mark = "file:";

/**
 * Brings a customer's files into the thread under their words, each once: the row comes first, so whoever dies on the way leaves
 * one out rather than show it twice. Files that have an address of their own are told by it.
 */
export async function bringFiles(ctx: Context, door: Door, fetchMedia: FetchMedia, spot: ThreadSpot, message: MessageRecord): Promise<void> {
  if (message.direction !== "inbound") return;
  for (const [index, { url, type }] of message.media.entries()) {
    const subjectId = `${message.id}:${index}`;
    if (/^https?:/.test(url) || (await ctx.store.staffChat.post("file", subjectId, spot.channelId))) continue;
    const file = await contentOf(fetchMedia, message, url);
    if (!file) continue;
    const now = ctx.now();
    const row: PostRecord = {
      id: ctx.newId("pst"),
      agentId: ctx.store.agentId,
      workspaceId: spot.workspaceId,
      kind: "file",
      subjectId,
      contactId: message.contactId,
      channelId: spot.channelId,
      ts: null,
      shown: null,
      createdAt: now,
      updatedAt: now,
    };
    await commitStep(ctx, new ChangeSet().insert("posts", row));
    const id = await share(door, spot, `file-${index + 1}.${extensionOf(type)}`, file);
    await commitStep(ctx, new ChangeSet().put("posts", { ...row, ts: `${mark}${id}` }));
  }
}

async function contentOf(fetchMedia: FetchMedia, message: MessageRecord, url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const response = await fetchMedia(message, url);
    if (!response?.ok || Number(response.headers.get("content-length") ?? 0) > mostBytes) return null;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.byteLength > mostBytes ? null : bytes;
  } catch (error) {
    // The words are there and say that there is a file; one that cannot be had holds nobody up.
    if (error instanceof CrmError) return null;
    throw error;
  }
}

async function share(door: Door, { channelId, threadTs }: ThreadSpot, filename: string, file: Uint8Array<ArrayBuffer>): Promise<string> {
  const { upload_url: url, file_id: id } = await door.ask((client) => client.files.getUploadURLExternal({ filename, length: file.byteLength }));
  if (!url || !id) throw new CrmError("unavailable", "Slack takes no file now");
  await upload(url, file);
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  await door.write(channelId, (client) =>
    client.files.completeUploadExternal({ files: [{ id, title: filename }], channel_id: channelId, ...thread }),
  );
  return id;
}

/** The Slack file that a post is; null: it is a message. */
export function fileIn(ts: string): string | null {
  return ts.startsWith(mark) ? ts.slice(mark.length) : null;
}

function extensionOf(type: string): string {
  const known: Record<string, string> = { "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "audio/ogg": "ogg", "video/mp4": "mp4" };
  return known[type] ?? (/^[\w.+-]+\/([\w-]{1,8})$/.exec(type)?.[1] || "bin");
}

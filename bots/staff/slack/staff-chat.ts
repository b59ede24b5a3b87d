import { CrmError } from "#core/errors.ts";
import type { FileContent } from "#core/model/messages/media.ts";
import type { MessageRecord } from "#core/model/records.ts";
import type { PostKind, PostRecord } from "#core/model/staff.ts";
import type { ChannelLog } from "#core/ports/channel-options.ts";
import type { Context } from "#core/ports/context.ts";
import type { StaffChat } from "#core/ports/staff-chat.ts";
import { KeyedMutex } from "#core/usecases/keyed-mutex.ts";
import { asCrmError, codeOf, faultOf } from "./errors.ts";
import type { RegisteredFeatures } from "./feature.ts";
import { deletePost, syncPosts } from "./posts.ts";
import { downloadFile, readReference } from "./staff-files.ts";
import { type FetchMedia, shareFilesInThread, type ThreadLocation } from "./threads/thread-files.ts";
import { earlierMessages, missingMessages } from "./threads/thread-messages.ts";
import { threadRoots } from "./threads/thread-roots.ts";
import type { SlackWorkspaceClient } from "./workspace/workspace-client.ts";
import type { Workspaces } from "./workspace/workspaces.ts";

type StaffChatParts = { fetchMedia?: FetchMedia | undefined; log?: ChannelLog | undefined };

/** The staff chat in Slack: a card is a message of ours in the workspace's channel, a conversation is a thread. */
export function slackStaffChat(workspaces: WorkspaceAccess, features: CardFeatures, { fetchMedia, log }: StaffChatParts = {}): StaffChat {
  const cards = new Cards(workspaces, features);
  const threads = new Threads(workspaces, cards, fetchMedia ?? (async () => null));
  // While Slack is down, the log is another way to learn of an alert, and `/ready` counts those that are not shown.
  const logAlert = (kind: PostKind, alertId: string, error: unknown) => {
    if (kind === "alert") log?.error({ alertId, code: codeOf(error) }, "an alert could not be shown to staff; GET /v1/alerts has it");
    throw error;
  };
  return {
    onReachable: (listener) => workspaces.onReachable(listener),
    showCard: (ctx, kind, subjectId) =>
      withCrmErrors(() => cards.show(ctx, kind, subjectId)).catch((error: unknown) => logAlert(kind, subjectId, error)),
    postToThread: (ctx, messageId) => withCrmErrors(() => threads.post(ctx, messageId)),
    removePost: (ctx, post) => withCrmErrors(() => removePost(workspaces, ctx, post)),
    fetchFile: (ctx, url) => withCrmErrors(() => fetchFile(workspaces, ctx, url)),
    postDigest: (ctx) => withCrmErrors(() => cards.showDue(ctx)),
  };
}

type WorkspaceAccess = Pick<Workspaces, "clientsOf" | "calls" | "onReachable">;
type CardFeatures = Pick<RegisteredFeatures, "cards" | "dueCards" | "threads">;

/** Cards in the channels of the workspaces. */
class Cards {
  readonly mutex = new KeyedMutex();
  private readonly workspaces: WorkspaceAccess;
  private readonly features: CardFeatures;

  constructor(workspaces: WorkspaceAccess, features: CardFeatures) {
    this.workspaces = workspaces;
    this.features = features;
  }

  /** In every workspace, or in one. */
  async show(ctx: Context, kind: PostKind, subjectId: string, workspaceId?: string): Promise<void> {
    const build = this.features.cards[kind];
    if (!build) return;
    // One update of a card at a time, each from the record as it is then, so that the last one shows the latest state.
    await this.mutex.run(`${ctx.store.agentId}:${kind}:${subjectId}`, async () => {
      await this.workspaces.calls.settled();
      const roots = await this.rootsFor(ctx, kind, subjectId);
      await forEachWorkspace(await this.workspaces.clientsOf(ctx), async ({ workspace, client }) => {
        if (workspaceId !== undefined && workspace.id !== workspaceId) return;
        const root = roots.find((each) => each.workspaceId === workspace.id && each.ts !== null);
        const place = root ? { channelId: root.channelId, threadTs: root.ts } : { channelId: workspace.channelId, threadTs: null };
        const target = { workspaceId: workspace.id, ...place, kind, subjectId };
        await syncPosts(ctx, client(), target, () => build(ctx, subjectId, workspace));
      });
    });
  }

  /** The posts in whose threads a card belongs; none: it belongs in the channel. */
  private async rootsFor(ctx: Context, kind: PostKind, subjectId: string): Promise<PostRecord[]> {
    const conversationId = (await this.features.threads[kind]?.(ctx, subjectId)) ?? null;
    const conversation = conversationId === null ? null : await ctx.store.conversations.find(conversationId);
    return conversation ? threadRoots(ctx, conversation) : [];
  }

  /** The cards whose time of the day has come, where they have not been posted. */
  async showDue(ctx: Context): Promise<void> {
    const { timeZone } = (await ctx.store.settings.current()).document;
    await forEachWorkspace(await this.workspaces.clientsOf(ctx), async ({ workspace }) => {
      if (workspace.channelId === null) return;
      for (const { kind, subjectAt } of this.features.dueCards) {
        const subject = subjectAt(workspace, timeZone, ctx.now());
        const isPosted = subject === null || (await ctx.store.staffChat.post(kind, subject, workspace.channelId))?.ts != null;
        if (!isPosted) await this.show(ctx, kind, subject, workspace.id);
      }
    });
  }

  async showInThread(
    ctx: Context,
    client: SlackWorkspaceClient,
    thread: ThreadLocation,
    shown: { kind: PostKind; subjectId: string },
  ): Promise<void> {
    const { kind, subjectId } = shown;
    await syncPosts(ctx, client, { ...thread, kind, subjectId }, async () => {
      const card = await this.features.cards[kind]?.(ctx, subjectId);
      return card ? { ...card, isRequired: true } : null;
    });
  }
}

/** The messages of conversations, in the threads under their cards. */
class Threads {
  private readonly workspaces: WorkspaceAccess;
  private readonly cards: Cards;
  private readonly fetchMedia: FetchMedia;

  constructor(workspaces: WorkspaceAccess, cards: Cards, fetchMedia: FetchMedia) {
    this.workspaces = workspaces;
    this.cards = cards;
    this.fetchMedia = fetchMedia;
  }

  async post(ctx: Context, messageId: string): Promise<void> {
    const message = await ctx.store.messages.find(messageId);
    const conversation = message && (await ctx.store.conversations.find(message.conversationId));
    const threadedAt = conversation?.threadedAt ?? null;
    if (!message || !conversation || threadedAt === null) return;
    // A workspace that cannot be reached must not keep the message out of the others.
    const [root] = await Promise.allSettled([this.cards.show(ctx, "thread", conversation.id)]);
    const roots = await threadRoots(ctx, conversation);
    await this.cards.mutex.run(`${ctx.store.agentId}:thread:${conversation.id}`, async () => {
      await this.workspaces.calls.settled();
      await forEachWorkspace(await this.workspaces.clientsOf(ctx), async ({ workspace, client }) => {
        const thread = roots.find(({ workspaceId, ts }) => workspaceId === workspace.id && ts !== null);
        const target = thread && { workspaceId: workspace.id, channelId: thread.channelId, threadTs: thread.ts };
        if (!target) return;
        const { missing, isFirst } = await missingMessages(ctx, { ...conversation, threadedAt }, message, target.channelId);
        if (isFirst) await this.postEarlier(ctx, client(), target, { ...conversation, threadedAt });
        await this.postMissing(ctx, client(), target, missing);
      });
    });
    if (root.status === "rejected") throw root.reason;
  }

  /** What was said before the thread was opened, in one post, so that it is there at once; then the files. */
  private async postEarlier(
    ctx: Context,
    client: SlackWorkspaceClient,
    target: ThreadLocation,
    conversation: Parameters<typeof earlierMessages>[1],
  ): Promise<void> {
    const earlier = await earlierMessages(ctx, conversation);
    if (earlier.length === 0) return;
    await this.cards.showInThread(ctx, client, target, { kind: "earlier", subjectId: conversation.id });
    for (const message of earlier) await shareFilesInThread(ctx, client, this.fetchMedia, target, message);
  }

  private async postMissing(ctx: Context, client: SlackWorkspaceClient, target: ThreadLocation, messages: readonly MessageRecord[]): Promise<void> {
    for (const message of messages) {
      await this.cards.showInThread(ctx, client, target, { kind: "message", subjectId: message.id });
      await shareFilesInThread(ctx, client, this.fetchMedia, target, message);
    }
  }
}

type PostPlace = Parameters<StaffChat["removePost"]>[1];

async function removePost(workspaces: WorkspaceAccess, ctx: Context, { workspaceId, channelId, ts }: PostPlace): Promise<void> {
  const found = (await workspaces.clientsOf(ctx)).find(({ workspace }) => workspace.id === workspaceId);
  if (found) await deletePost(found.client(), { channelId, ts });
}

async function fetchFile(workspaces: WorkspaceAccess, ctx: Context, url: string): Promise<FileContent | null> {
  const named = readReference(url);
  const found = named && (await workspaces.clientsOf(ctx)).find(({ workspace }) => workspace.id === named.workspaceId);
  return found ? downloadFile(found.client(), named.fileId) : null;
}

type WorkspaceClients = Awaited<ReturnType<Workspaces["clientsOf"]>>;

/** Runs the work for every workspace, also when it fails for one, and then throws the first failure. */
async function forEachWorkspace(clients: WorkspaceClients, work: (client: WorkspaceClients[number]) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  for (const client of clients) await work(client).catch((error: unknown) => faults.push(error));
  if (faults.length > 0) throw faults[0];
}

/** Turns Slack's errors into the port's: also a refusal is `unavailable`, since it may end when somebody changes the workspace. */
async function withCrmErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = asCrmError(error);
    const { code = null } = faultOf(error) ?? {};
    throw known instanceof CrmError && known.code === "invalid" ? new CrmError("unavailable", `Slack refuses it: ${code}`, { slack: code }) : known;
  }
}

import { CrmError } from "#core/errors.ts";
import type { MessageRecord } from "#core/model/records.ts";
import type { PostKind } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import type { StaffChat } from "#core/ports/staff-chat.ts";
import { asCrmError, faultOf } from "./errors.ts";
import type { RegisteredFeatures } from "./feature.ts";
import { type Spot, syncPosts, takeAway } from "./posts.ts";
import { bringFiles, type FetchMedia } from "./thread-files.ts";
import { Turns } from "./turns.ts";
import type { Door } from "./workspace-client.ts";
import type { Workspaces } from "./workspaces.ts";

/** So many of a conversation's newest messages are looked through for what its thread lacks. */
const relayed = 200;

/** The staff chat in Slack: a card is a message of ours in the workspace's channel, a conversation is a thread. */
export function slackStaffChat(
  workspaces: Pick<Workspaces, "doors">,
  { cards, dueCards }: Pick<RegisteredFeatures, "cards" | "dueCards">,
  fetchMedia: FetchMedia = async () => null,
): StaffChat {
  const turns = new Turns();

  async function show(ctx: Context, kind: PostKind, subjectId: string, workspaceId?: string): Promise<void> {
    const make = cards[kind];
    if (!make) return;
    // One at a time, each from the record as it is then: the last one shows what is true.
    await turns.take(`${ctx.store.agentId}:${kind}:${subjectId}`, async () => {
      await everywhere(await workspaces.doors(ctx), async ({ workspace, door }) => {
        if (workspaceId !== undefined && workspace.id !== workspaceId) return;
        const spot = { workspaceId: workspace.id, channelId: workspace.channelId, threadTs: null, kind, subjectId };
        await syncPosts(ctx, door(), spot, () => make(ctx, subjectId));
      });
    });
  }

  async function relay(ctx: Context, messageId: string): Promise<void> {
    const message = await ctx.store.messages.find(messageId);
    const conversation = message && (await ctx.store.conversations.find(message.conversationId));
    if (!message || !conversation || conversation.threadedAt === null) return;
    // A workspace whose thread cannot be shown does not keep the words out of the others.
    const [shown] = await Promise.allSettled([show(ctx, "thread", conversation.id)]);
    const roots = await ctx.store.staffChat.postsOf("thread", conversation.id);
    const since = conversation.threadedAt;
    await turns.take(`${ctx.store.agentId}:relay:${conversation.id}`, async () => {
      await everywhere(await workspaces.doors(ctx), async ({ workspace, door }) => {
        const root = roots.find(({ workspaceId, ts }) => workspaceId === workspace.id && ts !== null);
        if (!root) return;
        const spot = { workspaceId: workspace.id, channelId: root.channelId, threadTs: root.ts };
        for (const one of await lacking(ctx, message, since, root.channelId)) {
          await say(ctx, door(), spot, one.id);
          await bringFiles(ctx, door(), fetchMedia, spot, one);
        }
      });
    });
    if (shown.status === "rejected") throw shown.reason;
  }

  async function say(ctx: Context, door: Door, spot: Omit<Spot, "kind" | "subjectId">, messageId: string): Promise<void> {
    await syncPosts(ctx, door, { ...spot, kind: "message", subjectId: messageId }, async () => (await cards.message?.(ctx, messageId)) ?? null);
  }

  return {
    showCard: (ctx, kind, subjectId) => inOurWords(() => show(ctx, kind, subjectId)),
    postToThread: (ctx, messageId) => inOurWords(() => relay(ctx, messageId)),
    removePost: (ctx, { workspaceId, channelId, ts }) =>
      inOurWords(async () => {
        const found = (await workspaces.doors(ctx)).find(({ workspace }) => workspace.id === workspaceId);
        if (found) await takeAway(found.door(), { channelId, ts });
      }),
    postDigest: (ctx) =>
      inOurWords(async () => {
        const { timeZone } = (await ctx.store.settings.current()).document;
        await everywhere(await workspaces.doors(ctx), async ({ workspace }) => {
          if (workspace.channelId === null) return;
          for (const { kind, subjectAt } of dueCards) {
            const subject = subjectAt(workspace, timeZone, ctx.now());
            const isPosted = subject === null || (await ctx.store.staffChat.post(kind, subject, workspace.channelId))?.ts != null;
            if (!isPosted) await show(ctx, kind, subject, workspace.id);
          }
        });
      }),
  };
}

type Ways = Awaited<ReturnType<Workspaces["doors"]>>;

/** Does it for each workspace: one that is closed to us holds up no other. Throws what went wrong first, when all have had their turn. */
async function everywhere(ways: Ways, work: (way: Ways[number]) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  for (const way of ways) await work(way).catch((error: unknown) => faults.push(error));
  if (faults.length > 0) throw faults[0];
}

/** What the thread does not show yet, oldest first: the message that is asked for, and those before it that were lost on the way. */
async function lacking(ctx: Context, asked: MessageRecord, since: number, channelId: string): Promise<MessageRecord[]> {
  const { data } = await ctx.store.messages.ofContact(asked.contactId, { limit: relayed, cursor: null });
  const missing: MessageRecord[] = [];
  for (const message of data) {
    if (message.conversationId !== asked.conversationId || message.receivedAt < since) continue;
    const post = await ctx.store.staffChat.post("message", message.id, channelId);
    // What came before one that is there is there, too, but for the one that is asked for.
    if (post && post.ts !== null) break;
    missing.unshift(message);
  }
  return missing.some(({ id }) => id === asked.id) ? missing : [...missing, asked];
}

/** The port's promise: `unavailable` is tried again. What Slack refuses for good is not, or it would be for ever. */
async function inOurWords(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const known = asCrmError(error);
    const { code = null } = faultOf(error) ?? {};
    throw known instanceof CrmError && known.code === "invalid" ? new CrmError("unavailable", `Slack refuses it: ${code}`, { slack: code }) : known;
  }
}

import { CrmError } from "#core/errors.ts";
import type { MessageRecord } from "#core/model/records.ts";
import type { PostKind } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import type { Desk } from "#core/ports/desk.ts";
import type { CardMakers } from "./context.ts";
import { digestSubject } from "./digest-time.ts";
import type { Door } from "./door.ts";
import { asCrmError, faultOf } from "./errors.ts";
import { bringUpToDate, type Spot, takeAway } from "./posts.ts";
import { Turns } from "./turns.ts";
import type { Workspaces } from "./workspaces.ts";

/** So many of a conversation's newest messages are looked through for what its thread lacks. */
const relayed = 200;

/** The desk in Slack: a card is a message of ours in the workspace's channel, a conversation is a thread. */
export function slackDesk(workspaces: Pick<Workspaces, "doors">, makers: CardMakers): Desk {
  const turns = new Turns();

  async function show(ctx: Context, kind: PostKind, subjectId: string, workspaceId?: string): Promise<void> {
    const make = makers[kind];
    if (!make) return;
    // One at a time, each from the record as it is then: the last one shows what is true.
    await turns.take(`${ctx.store.agentId}:${kind}:${subjectId}`, async () => {
      for (const { workspace, door } of await workspaces.doors(ctx)) {
        if (workspaceId !== undefined && workspace.id !== workspaceId) continue;
        const spot = { workspaceId: workspace.id, channelId: workspace.channelId, threadTs: null, kind, subjectId };
        await bringUpToDate(ctx, door, spot, () => make(ctx, subjectId));
      }
    });
  }

  async function relay(ctx: Context, messageId: string): Promise<void> {
    const message = await ctx.store.messages.find(messageId);
    const conversation = message && (await ctx.store.conversations.find(message.conversationId));
    if (!message || !conversation || conversation.threadedAt === null) return;
    await show(ctx, "thread", conversation.id);
    const roots = await ctx.store.desk.postsOf("thread", conversation.id);
    const since = conversation.threadedAt;
    await turns.take(`${ctx.store.agentId}:relay:${conversation.id}`, async () => {
      for (const { workspace, door } of await workspaces.doors(ctx)) {
        const root = roots.find(({ workspaceId, ts }) => workspaceId === workspace.id && ts !== null);
        if (!root) continue;
        const spot = { workspaceId: workspace.id, channelId: root.channelId, threadTs: root.ts };
        for (const one of await lacking(ctx, message, since, root.channelId)) await say(ctx, door, spot, one.id);
      }
    });
  }

  async function say(ctx: Context, door: Door, spot: Omit<Spot, "kind" | "subjectId">, messageId: string): Promise<void> {
    await bringUpToDate(ctx, door, { ...spot, kind: "message", subjectId: messageId }, async () => (await makers.message?.(ctx, messageId)) ?? null);
  }

  return {
    show: (ctx, kind, subjectId) => inOurWords(() => show(ctx, kind, subjectId)),
    relay: (ctx, messageId) => inOurWords(() => relay(ctx, messageId)),
    remove: (ctx, { workspaceId, channelId, ts }) =>
      inOurWords(async () => {
        const found = (await workspaces.doors(ctx)).find(({ workspace }) => workspace.id === workspaceId);
        if (found) await takeAway(found.door, { channelId, ts });
      }),
    digest: (ctx) =>
      inOurWords(async () => {
        const { timeZone } = (await ctx.store.settings.current()).document;
        for (const { workspace } of await workspaces.doors(ctx)) {
          const subject = workspace.channelId === null ? null : digestSubject(workspace.digestAt, timeZone, ctx.now());
          const isShown = subject === null || (await ctx.store.desk.post("digest", subject, workspace.channelId ?? ""))?.ts != null;
          if (!isShown) await show(ctx, "digest", subject, workspace.id);
        }
      }),
  };
}

/** What the thread does not show yet, oldest first: the message that is asked for, and those before it that were lost on the way. */
async function lacking(ctx: Context, asked: MessageRecord, since: number, channelId: string): Promise<MessageRecord[]> {
  const { data } = await ctx.store.messages.ofContact(asked.contactId, { limit: relayed, cursor: null });
  const missing: MessageRecord[] = [];
  for (const message of data) {
    if (message.conversationId !== asked.conversationId || message.receivedAt < since) continue;
    const post = await ctx.store.desk.post("message", message.id, channelId);
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

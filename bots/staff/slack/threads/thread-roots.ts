import type { AlertRecord } from "#core/model/alert.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { PostRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import { byUrgency } from "#core/rules/alerts/route.ts";
import { standingFirst } from "../moved-posts.ts";

/**
 * The posts under which the messages of a conversation appear, the preferred first: the card of the alert by which it was taken over,
 * as long as that lasts, then its own card.
 */
export async function threadRoots(ctx: Context, { id, takenOverAt }: Pick<ConversationRecord, "id" | "takenOverAt">): Promise<PostRecord[]> {
  const alerts =
    takenOverAt === null ? [] : (await ctx.store.alerts.newestOf([id])).filter((alert) => isTakenOver(alert, takenOverAt)).sort(byUrgency);
  const posts = await Promise.all(alerts.map((alert) => ctx.store.staffChat.postsOf("alert", alert.id)));
  return [...posts.flatMap(standingFirst), ...standingFirst(await ctx.store.staffChat.postsOf("thread", id))];
}

/** The conversation whose thread a post is the beginning of; null: of none. */
export async function conversationOfThread(ctx: Context, { kind, subjectId }: Pick<PostRecord, "kind" | "subjectId">): Promise<string | null> {
  if (kind === "thread") return subjectId;
  return kind === "alert" ? ((await ctx.store.alerts.find(subjectId))?.conversationId ?? null) : null;
}

/** Also one that was resolved since, while the takeover goes on. */
function isTakenOver({ history }: AlertRecord, takenOverAt: number): boolean {
  return history.some(({ what, at }) => what === "taken_over" && at >= takenOverAt);
}

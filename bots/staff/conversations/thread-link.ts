import type { StaffRequest } from "../slack/feature.ts";
import { standingFirst } from "../slack/moved-posts.ts";

/** The address of a conversation's thread in the workspace of the person who asks; null: it is not posted yet, or Slack does not say. */
export async function threadLink({ ctx, workspace, client }: StaffRequest, conversationId: string): Promise<string | null> {
  const posts = standingFirst(await ctx.store.staffChat.postsOf("thread", conversationId));
  const post = posts.find(({ workspaceId, ts }) => workspaceId === workspace.id && ts !== null);
  if (!post?.ts) return null;
  // Without the link the thread is found in the channel all the same.
  const found = await client.chat.getPermalink({ channel: post.channelId, message_ts: post.ts }).catch(() => null);
  return found?.permalink && /^https:\/\/[^\s|>]+$/.test(found.permalink) ? found.permalink : null;
}

import { createHash } from "node:crypto";
import { CrmError, fail } from "#core/errors.ts";
import type { PostKind, PostRecord } from "#core/model/staff.ts";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commitStep } from "#core/usecases/commit.ts";
import { showCard } from "#core/usecases/staff-chat/effects.ts";
import { faultOf } from "./errors.ts";
import type { Card, RegisteredFeatures } from "./feature.ts";
import { movedCard, movedDigest } from "./moved-posts.ts";
import { fileIn } from "./threads/thread-files.ts";
import type { SlackWorkspaceClient } from "./workspace/workspace-client.ts";

/** Where a record is to be posted. `channelId` null: the workspace has no channel yet. */
export type PostTarget = { workspaceId: string; channelId: string | null; threadTs: string | null; kind: PostKind; subjectId: string };

/** A claim of this age belongs to a process that has died, since a call takes 10 s at most. */
const claimMs = 60_000;
/** How often a card is written again because another process wrote it at the same time. */
const mostRewrites = 3;

/**
 * Posts the card of a record, or updates the posts that show something else. The row is written before the message, so that of
 * two processes one posts. A process that dies in between leaves a claim, and after it the card is posted again: it may then be
 * in the channel twice, and the row says which one is updated.
 */
export async function syncPosts(ctx: Context, client: SlackWorkspaceClient, target: PostTarget, build: () => Promise<Card | null>): Promise<void> {
  for (let round = 0; round < mostRewrites; round++) {
    const card = await build();
    const posts = (await ctx.store.staffChat.postsOf(target.kind, target.subjectId)).filter(({ workspaceId }) => workspaceId === target.workspaceId);
    if (!card) return removeAll(ctx, client, posts);
    if (!(await writeCard(ctx, client, target, card, posts))) return;
  }
}

/**
 * Brings the posts of a card up to date and posts it where it belongs. One that stands in another channel, from which the card has moved
 * since, is folded once it is posted there. True: another process wrote the card at the same time, and it may show the older state.
 */
async function writeCard(ctx: Context, client: SlackWorkspaceClient, target: PostTarget, card: Card, posts: readonly PostRecord[]): Promise<boolean> {
  const home = card.channelId ?? target.channelId;
  const isAway = ({ channelId }: PostRecord) => target.threadTs === null && channelId !== home;
  const isOvertaken = await updatePosts(
    ctx,
    client,
    target,
    { card, digest: digestOf(card) },
    posts.filter((post) => !isAway(post)),
  );
  const [posted] = await Promise.allSettled([card.isRequired ? postWhereMissing(ctx, client, target, card, posts) : channelIn(posts, home)]);
  const away = posts.filter(isAway);
  const isMoved = home !== null && posted.status === "fulfilled" && posted.value === home;
  const folded = isMoved ? movedCard(card, home) : card;
  const digest = isMoved ? movedDigest(digestOf(folded)) : digestOf(card);
  const isAwayOvertaken = await updatePosts(ctx, client, target, { card: folded, digest }, away);
  if (posted.status === "rejected") throw posted.reason;
  return isOvertaken || isAwayOvertaken;
}

/** True: another process wrote one of them at the same time. */
async function updatePosts(
  ctx: Context,
  client: SlackWorkspaceClient,
  { threadTs }: PostTarget,
  { card, digest }: { card: Card; digest: string },
  posts: readonly PostRecord[],
): Promise<boolean> {
  let isOvertaken = false;
  for (const before of posts.filter(({ ts, shown }) => ts === null || shown !== digest)) {
    const digestBefore = before.shown;
    const after = { ...before, contactId: card.contactId, shown: digest };
    if ((await updatePost(ctx, client, after, threadTs, card)) !== digestBefore) isOvertaken = true;
  }
  return isOvertaken;
}

/** Posts the card once: in its own channel, or in the workspace's where Slack does not let us into that one. Gives the channel that it is in. */
async function postWhereMissing(
  ctx: Context,
  client: SlackWorkspaceClient,
  target: PostTarget,
  card: Card,
  posts: readonly PostRecord[],
): Promise<string | null> {
  const channels = [...new Set([card.channelId ?? null, target.channelId])].filter((channelId) => channelId !== null);
  for (const channelId of channels) {
    if (channelIn(posts, channelId) !== null) return channelId;
    const claim = await claimPost(ctx, { ...target, channelId }, card.contactId);
    try {
      await post(ctx, client, { ...claim, shown: digestOf(card) }, target.threadTs, card);
      return channelId;
    } catch (error) {
      if (faultOf(error)?.kind !== "gone" || channelId === channels.at(-1)) throw error;
    }
  }
  return null;
}

function channelIn(posts: readonly PostRecord[], channelId: string | null): string | null {
  return posts.find((each) => each.channelId === channelId)?.channelId ?? null;
}

/** Deletes a message or file of ours in Slack. One that does not exist any more is no error. */
export async function deletePost(client: SlackWorkspaceClient, { channelId, ts }: { channelId: string; ts: string }): Promise<void> {
  const file = fileIn(ts);
  if (file === null) await client.write(channelId, false, (web) => web.chat.delete({ channel: channelId, ts })).catch(unlessGone);
  else await client.call((web) => web.files.delete({ file })).catch(unlessGone);
}

/** Asks for the cards of undecided records that were never posted, since the workspace could not be reached when they arose. */
export async function showMissingCards(ctx: Context, undecided: RegisteredFeatures["undecided"]): Promise<void> {
  const changes = new ChangeSet();
  for (const [kind, read] of Object.entries(undecided)) {
    for (const { id } of await read(ctx)) if ((await ctx.store.staffChat.postsOf(kind, id)).length === 0) showCard(ctx, changes, kind, id);
  }
  await commitStep(ctx, changes);
}

async function removeAll(ctx: Context, client: SlackWorkspaceClient, posts: readonly PostRecord[]): Promise<void> {
  for (const { id, channelId, ts } of posts) {
    if (ts !== null) await deletePost(client, { channelId, ts });
    await commitStep(ctx, new ChangeSet().remove("posts", { id }));
  }
}

async function claimPost(
  ctx: Context,
  { workspaceId, channelId, kind, subjectId }: PostTarget & { channelId: string },
  contactId: string | null,
): Promise<PostRecord> {
  const now = ctx.now();
  const row = { id: ctx.newId("pst"), agentId: ctx.store.agentId, workspaceId, kind, subjectId, contactId, channelId };
  const post: PostRecord = { ...row, ts: null, shown: null, createdAt: now, updatedAt: now };
  await commitStep(ctx, new ChangeSet().insert("posts", post)).catch(unlessClaimed);
  return post;
}

/** Another process has claimed the post at the same time, and posts it. */
function unlessClaimed(error: unknown): never {
  if (error instanceof StaleError) return fail("unavailable", "the card is being posted");
  throw error;
}

/** Resolves with the digest that the row had when this was written. */
async function updatePost(
  ctx: Context,
  client: SlackWorkspaceClient,
  current: PostRecord,
  threadTs: string | null,
  card: Card,
): Promise<string | null> {
  const { channelId, ts } = current;
  if (ts === null) return post(ctx, client, await takeOverClaim(ctx, current), threadTs, card);
  // A message that somebody has deleted in Slack is not posted again.
  await client
    .write(channelId, isUrgent(current), (web) => web.chat.update({ channel: channelId, ts, text: card.text, blocks: card.blocks }))
    .catch(unlessGone);
  return savePost(ctx, client, current, ts);
}

async function post(
  ctx: Context,
  client: SlackWorkspaceClient,
  claim: PostRecord,
  threadTs: string | null,
  { text, blocks, isInChannel = false }: Card,
): Promise<string | null> {
  const { channelId: channel } = claim;
  // Slack's library tells replies that are shown in the channel, too, from others by the literal.
  const shownToo = isInChannel ? { reply_broadcast: true as const } : {};
  const thread = threadTs === null ? {} : { thread_ts: threadTs, ...shownToo };
  const message = { channel, text, blocks, ...thread, unfurl_links: false, unfurl_media: false };
  try {
    const { ts = "" } = await client.write(channel, isUrgent(claim), (web) => web.chat.postMessage(message));
    return await savePost(ctx, client, claim, ts);
  } catch (error) {
    // The message was certainly not posted, so the retry need not wait until the claim has expired.
    const wasRefused = faultOf(error) ? faultOf(error)?.kind !== "unreachable" : error instanceof CrmError;
    if (wasRefused) await commitStep(ctx, new ChangeSet().remove("posts", { id: claim.id }));
    // It may have been posted or not. This process is not posting it any more, so whoever retries need not wait.
    else await commitStep(ctx, new ChangeSet().put("posts", { ...claim, shown: null, updatedAt: ctx.now() - claimMs }));
    throw error;
  }
}

/** Takes over the claim of a process that has died. Throws `unavailable` while that process, or another that was first, may still be posting. */
async function takeOverClaim(ctx: Context, claim: PostRecord): Promise<PostRecord> {
  const now = ctx.now();
  if (now - claim.updatedAt < claimMs) fail("unavailable", "the card is being posted");
  const mine = { ...claim, updatedAt: now };
  const { id, updatedAt } = claim;
  const changes = new ChangeSet().expectRows("posts", { id, ts: null, updatedAt }, "id", [id]).put("posts", { ...mine, shown: null });
  await commitStep(ctx, changes).catch(unlessClaimed);
  return mine;
}

/** Stores where the card is. When its contact was erased meanwhile, the card that was just posted is deleted. */
async function savePost(ctx: Context, client: SlackWorkspaceClient, post: PostRecord, ts: string): Promise<string | null> {
  for (let attempt = 1; ; attempt++) {
    const contact = post.contactId === null ? null : await ctx.store.contacts.find(post.contactId);
    const stored = (await ctx.store.staffChat.postsOf(post.kind, post.subjectId)).find(({ id }) => id === post.id);
    if (!stored) {
      await deletePost(client, { channelId: post.channelId, ts });
      return null;
    }
    const changes = new ChangeSet().put("posts", { ...post, ts, updatedAt: ctx.now() });
    // Erasing a contact changes its version, so either this commit is stale or the erasure finds our row.
    if (contact) changes.expect(contact);
    try {
      await commitStep(ctx, changes);
      return stored.shown;
    } catch (error) {
      if (!(error instanceof StaleError) || attempt === 12) throw error;
      await ctx.pause(attempt);
    }
  }
}

/** Customers' words, the threads that they are in, and alerts go before other cards. */
const isUrgent = ({ kind }: Pick<PostRecord, "kind">): boolean => ["thread", "earlier", "message", "alert", "alert_reminder"].includes(kind);

function unlessGone(error: unknown): void {
  if (faultOf(error)?.kind !== "gone") throw error;
}

function digestOf({ text, blocks }: Card): string {
  return createHash("sha256")
    .update(JSON.stringify([text, blocks]))
    .digest("hex")
    .slice(0, 32);
}

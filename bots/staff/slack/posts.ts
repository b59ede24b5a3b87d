import { createHash } from "node:crypto";
import { CrmError, fail } from "#core/errors.ts";
import type { PostKind, PostRecord } from "#core/model/staff.ts";
import { ChangeSet, StaleError } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commitStep } from "#core/usecases/commit.ts";
import { faultOf } from "./errors.ts";
import type { Card } from "./feature.ts";
import { fileIn } from "./thread-files.ts";
import type { Door } from "./workspace-client.ts";

/** Where a record is shown. `channelId` null: nowhere yet. */
export type Spot = { workspaceId: string; channelId: string | null; threadTs: string | null; kind: PostKind; subjectId: string };

/** A claim this old belongs to a process that has died: a call takes 10 s at most. */
const claimMs = 60_000;
/** How often another process may write the same card meanwhile before its next change has to do. */
const rounds = 3;

/**
 * Posts the card of a record, or updates the posts that show something else; builds it once. The row comes first, so that of
 * two processes one posts; a process that dies before the message leaves a claim, and when that has run out the card is posted
 * again: it may then be there twice, and the row says which one is ours.
 */
export async function syncPosts(ctx: Context, door: Door, spot: Spot, build: () => Promise<Card | null>): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const card = await build();
    const posts = (await ctx.store.staffChat.postsOf(spot.kind, spot.subjectId)).filter(({ workspaceId }) => workspaceId === spot.workspaceId);
    if (!card) return removeAll(ctx, door, posts);
    if (!(await writeCard(ctx, door, spot, card, posts))) return;
  }
}

/** True: another process has written the card at the same time, and either may have written the older state. */
async function writeCard(ctx: Context, door: Door, spot: Spot, card: Card, posts: readonly PostRecord[]): Promise<boolean> {
  const digest = digestOf(card);
  const behind = posts.filter(({ ts, shown }) => ts === null || shown !== digest);
  const isMissing = card.isWanted && spot.channelId !== null && !posts.some(({ channelId }) => channelId === spot.channelId);
  let isOvertaken = false;
  for (const before of behind) {
    const wasShown = before.shown;
    const after = { ...before, contactId: card.contactId, shown: digest };
    if ((await refresh(ctx, door, after, spot.threadTs, card)) !== wasShown) isOvertaken = true;
  }
  if (isMissing && spot.channelId !== null) {
    const claim = await claimed(ctx, { ...spot, channelId: spot.channelId }, card.contactId);
    await post(ctx, door, { ...claim, shown: digest }, spot.threadTs, card);
  }
  return isOvertaken;
}

/** Takes a message or file of ours out of Slack; one that is not there any more is fine. */
export async function takeAway(door: Door, { channelId, ts }: { channelId: string; ts: string }): Promise<void> {
  const file = fileIn(ts);
  if (file === null) await door.write(channelId, (client) => client.chat.delete({ channel: channelId, ts })).catch(unlessGone);
  else await door.ask((client) => client.files.delete({ file })).catch(unlessGone);
}

async function removeAll(ctx: Context, door: Door, posts: readonly PostRecord[]): Promise<void> {
  for (const { id, channelId, ts } of posts) {
    if (ts !== null) await takeAway(door, { channelId, ts });
    await commitStep(ctx, new ChangeSet().remove("posts", { id }));
  }
}

async function claimed(
  ctx: Context,
  { workspaceId, channelId, kind, subjectId }: Spot & { channelId: string },
  contactId: string | null,
): Promise<PostRecord> {
  const now = ctx.now();
  const row = { id: ctx.newId("pst"), agentId: ctx.store.agentId, workspaceId, kind, subjectId, contactId, channelId };
  const post: PostRecord = { ...row, ts: null, shown: null, createdAt: now, updatedAt: now };
  try {
    await commitStep(ctx, new ChangeSet().insert("posts", post));
    return post;
  } catch (error) {
    if (error instanceof StaleError) return fail("unavailable", "the card is being posted");
    throw error;
  }
}

/** Gives what the row said was shown, when this was written. */
async function refresh(ctx: Context, door: Door, held: PostRecord, threadTs: string | null, card: Card): Promise<string | null> {
  const { channelId, ts } = held;
  if (ts === null) return post(ctx, door, await takenOver(ctx, held), threadTs, card);
  // One that somebody has taken away stays away.
  await door.write(channelId, (client) => client.chat.update({ channel: channelId, ts, text: card.text, blocks: card.blocks })).catch(unlessGone);
  return keep(ctx, door, held, ts);
}

async function post(ctx: Context, door: Door, claim: PostRecord, threadTs: string | null, { text, blocks }: Card): Promise<string | null> {
  const { channelId: channel } = claim;
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  const message = { channel, text, blocks, ...thread, unfurl_links: false, unfurl_media: false };
  try {
    const { ts = "" } = await door.write(channel, (client) => client.chat.postMessage(message));
    return await keep(ctx, door, claim, ts);
  } catch (error) {
    // Slack has certainly not taken it: the next try need not wait until the claim has run out.
    const wasRefused = faultOf(error) ? faultOf(error)?.kind !== "unreachable" : error instanceof CrmError;
    if (wasRefused) await commitStep(ctx, new ChangeSet().remove("posts", { id: claim.id }));
    throw error;
  }
}

/** The claim of somebody who has died. Throws `unavailable` while they may be posting. */
async function takenOver(ctx: Context, claim: PostRecord): Promise<PostRecord> {
  const now = ctx.now();
  if (now - claim.updatedAt < claimMs) fail("unavailable", "the card is being posted");
  const mine = { ...claim, updatedAt: now };
  await commitStep(ctx, new ChangeSet().put("posts", { ...mine, shown: null }));
  return mine;
}

/** Keeps where the card is. A person deleted meanwhile is deleted here too, and so is what has just been posted about them. */
async function keep(ctx: Context, door: Door, post: PostRecord, ts: string): Promise<string | null> {
  for (let tried = 1; ; tried++) {
    const contact = post.contactId === null ? null : await ctx.store.contacts.find(post.contactId);
    const held = (await ctx.store.staffChat.postsOf(post.kind, post.subjectId)).find(({ id }) => id === post.id);
    if (!held) {
      await takeAway(door, { channelId: post.channelId, ts });
      return null;
    }
    const changes = new ChangeSet().put("posts", { ...post, ts, updatedAt: ctx.now() });
    // The deletion of a contact is a change of it, too: either we see it, or it sees our row.
    if (contact) changes.expect(contact);
    try {
      await commitStep(ctx, changes);
      return held.shown;
    } catch (error) {
      if (!(error instanceof StaleError) || tried === 12) throw error;
      await ctx.pause(tried);
    }
  }
}

function unlessGone(error: unknown): void {
  if (faultOf(error)?.kind !== "gone") throw error;
}

function digestOf({ text, blocks }: Card): string {
  return createHash("sha256")
    .update(JSON.stringify([text, blocks]))
    .digest("hex")
    .slice(0, 32);
}

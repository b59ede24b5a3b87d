import type { PostRecord } from "#core/model/staff.ts";
import { context, section } from "../blocks/blocks.ts";
import type { Card } from "./feature.ts";

/** Before the digest of a post whose card stands in another channel by now. */
const movedPrefix = "moved:";

/** The card has moved to another channel, and the post says so. */
export function hasMoved({ shown }: Pick<PostRecord, "shown">): boolean {
  return shown?.startsWith(movedPrefix) ?? false;
}

/** What is left of a card in the channel from which it has moved: where it is, apart from anybody's words, and nothing to press. */
export function movedCard(card: Card, channelId: string): Card {
  return { ...card, blocks: [section(`↪️ Moved to <#${channelId}>`), context(card.text)] };
}

export function movedDigest(digest: string): string {
  return `${movedPrefix}${digest}`;
}

/** Where the card stands first. */
export function standingFirst(posts: readonly PostRecord[]): PostRecord[] {
  return posts.toSorted((a, b) => Number(hasMoved(a)) - Number(hasMoved(b)));
}

import type { KnownBlock } from "@slack/types";
import type { FollowUpRecord } from "#core/model/followup.ts";
import type { Context } from "#core/ports/context.ts";
import { listFollowUps } from "#core/usecases/followups/find-followup.ts";
import { divider, section } from "../blocks/blocks.ts";
import { limits, plural } from "../blocks/text.ts";
import type { CommandHandler, ResponseMessage } from "../slack/feature.ts";
import { followUpCardOf } from "./card.ts";

/** How many cards are in one answer, so that it stays within Slack's 50 blocks. */
const mostCards = 8;

/** What waits for a decision, most urgent first. */
export async function waiting(ctx: Context): Promise<FollowUpRecord[]> {
  return (await listFollowUps(ctx, { filter: { state: ["proposed"] }, page: { limit: 50, cursor: null } })).data;
}

/** The queue as one answer: a card for each, as many as fit. */
export async function followUpQueue(ctx: Context): Promise<ResponseMessage> {
  const found = await waiting(ctx);
  if (found.length === 0) return "Nobody waits for an answer of yours. 🎉";
  const first = found.length > mostCards ? `, the ${mostCards} most urgent:` : "";
  const blocks: KnownBlock[] = [section(`*${plural(found.length, "follow-up waits", "follow-ups wait")}*${first}`)];
  for (const { id } of found.slice(0, mostCards)) {
    const card = await followUpCardOf(ctx, id);
    if (card && blocks.length + card.blocks.length < limits.messageBlocks) blocks.push(divider, ...card.blocks);
  }
  return { text: plural(found.length, "follow-up waits", "follow-ups wait"), blocks };
}

export const followUpsCommand: CommandHandler = {
  word: "followups",
  role: "viewer",
  help: "who needs attention, and why",
  run: async (call) => call.respond(await followUpQueue(call.ctx)),
};

import type { KnownBlock } from "@slack/types";
import type { Context } from "#core/ports/context.ts";
import { divider, section } from "../blocks/blocks.ts";
import { limits, plural } from "../blocks/text.ts";
import type { CommandHandler, ResponseMessage } from "../slack/feature.ts";
import { alertModel } from "./card.ts";
import { alertEntry } from "./card-blocks.ts";
import { openAlerts } from "./undecided.ts";

/** How many alerts are in one answer, so that it stays within Slack's 50 blocks. */
const mostEntries = 10;

/** The alerts that have not ended, as one answer: as many as fit. */
export async function alertQueue(ctx: Context): Promise<ResponseMessage> {
  const [open, count] = await Promise.all([openAlerts(ctx, mostEntries), ctx.store.alerts.openCount()]);
  if (open.length === 0) return "No alert is open. 🎉";
  const title = plural(count, "alert is open", "alerts are open");
  const blocks: KnownBlock[] = [section(`*${title}*${count > mostEntries ? `, the ${mostEntries} most urgent:` : ""}`)];
  for (const alert of open) {
    const model = await alertModel(ctx, alert);
    const entry = model && alertEntry(model).blocks;
    if (entry && blocks.length + entry.length < limits.messageBlocks) blocks.push(divider, ...entry);
  }
  return { text: title, blocks };
}

export const alertsCommand: CommandHandler = {
  word: "alerts",
  role: "viewer",
  help: "where a customer needs a person, the most urgent first",
  run: async (call) => call.respond(await alertQueue(call.ctx)),
};

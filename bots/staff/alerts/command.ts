import type { KnownBlock } from "@slack/types";
import type { Context } from "#core/ports/context.ts";
import { foldText } from "#core/rules/text/text.ts";
import { actions, divider, option, section } from "../blocks/blocks.ts";
import { select } from "../blocks/inputs.ts";
import { bold, limits, plural } from "../blocks/text.ts";
import type { CommandHandler, ResponseMessage } from "../slack/feature.ts";
import { alertModel } from "./card.ts";
import { alertEntry } from "./card-blocks.ts";
import { openAlerts } from "./undecided.ts";

/** How many alerts are in one answer, so that it stays within Slack's 50 blocks. */
const mostEntries = 10;
/** Stands for no branch in a list of them. */
const everyBranch = "-";

type NamedBranch = { id: string; name: string };

/** The alerts that have not ended, of one branch or of all (null), as one answer: as many as fit. */
export async function alertQueue(ctx: Context, branchId: string | null): Promise<ResponseMessage> {
  const [open, count, branches] = await Promise.all([
    openAlerts(ctx, mostEntries, branchId),
    ctx.store.alerts.openCount(branchId === null ? {} : { branch: [branchId] }),
    ctx.store.labels.branches(),
  ]);
  const branch = branches.find(({ id }) => id === branchId) ?? null;
  if (open.length === 0 && branch === null) return "No alert is open. 🎉";
  const title = open.length === 0 ? "No alert is open" : plural(count, "alert is open", "alerts are open");
  const where = branch === null ? "" : ` at ${bold(branch.name)}`;
  const blocks: KnownBlock[] = [
    section(`*${title}*${where}${count > mostEntries ? `, the ${mostEntries} most urgent:` : ""}`),
    ...branchFilter(branches, branch),
  ];
  for (const alert of open) {
    const model = await alertModel(ctx, alert);
    const entry = model && alertEntry(model, branchId).blocks;
    if (entry && blocks.length + entry.length < limits.messageBlocks) blocks.push(divider, ...entry);
  }
  return { text: title, blocks };
}

function branchFilter(branches: readonly NamedBranch[], chosen: NamedBranch | null): KnownBlock[] {
  if (branches.length === 0) return [];
  const options = [option("All branches", everyBranch), ...branches.map(({ id, name }) => option(name, id))];
  return [actions("alerts:filters", select({ action: "alerts:branch", options, chosen: chosen?.id ?? everyBranch }))];
}

/** The branch that was chosen from the list; null: all of them. */
export const branchChosen = (value: string): string | null => (value === everyBranch ? null : value);

export const alertsCommand: CommandHandler = {
  word: "alerts",
  role: "viewer",
  help: "where a customer needs a person, the most urgent first; with the name of a branch only there",
  run: async (call) => {
    const key = foldText(call.words);
    const branch = (await call.ctx.store.labels.branches()).find(({ name }) => foldText(name) === key);
    await call.respond(await alertQueue(call.ctx, branch?.id ?? null));
  },
};

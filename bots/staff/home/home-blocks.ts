import type { HomeView, KnownBlock } from "@slack/types";
import { type AlertCardModel, alertEntry } from "../alerts/card-blocks.ts";
import { actions, button, context, divider, dotted, header, section } from "../blocks/blocks.ts";
import { alertMark } from "../blocks/labels.ts";
import { inline, limits, number, plural } from "../blocks/text.ts";
import { type UnknownSendModel, unknownSend } from "../deliveries/card-blocks.ts";
import { type FollowUpCardModel, followUpCard } from "../followups/card-blocks.ts";
import { type InboxEntryModel, inboxEntry } from "../inbox/entry-blocks.ts";
import { type MergeProposalModel, mergeProposal } from "../proposals/card-blocks.ts";

export type TodayNumbers = { newContacts: number; messages: number; conversions: number; sent: number; replied: number };

export type HomeModel = {
  /** The reader's name. */
  staffName: string;
  /** The most urgent first, and how many there are in all. */
  alerts: { first: AlertCardModel[]; total: number };
  unknownSends: { first: UnknownSendModel[]; total: number };
  /** Customers who wait for an answer, longest first. */
  inbox: { first: InboxEntryModel[]; total: number };
  followUps: { first: FollowUpCardModel[]; total: number };
  proposals: { first: MergeProposalModel[]; total: number };
  today: TodayNumbers;
};

/** How many blocks are kept free for the end of the view. */
const kept = 4;

/** What waits for the reader: what is urgent first, every card with its buttons, as many as fit. */
export function homeView(model: HomeModel): HomeView {
  const { alerts, inbox, unknownSends, followUps, proposals, today, staffName } = model;
  const waiting = alerts.total + inbox.total + unknownSends.total + followUps.total + proposals.total;
  const blocks: KnownBlock[] = [
    header(waiting === 0 ? "All done ☕" : `${plural(waiting, "thing")} to do`),
    context(`Hello ${inline(staffName, 80)}. ${todayLine(today)}`),
    tools(),
  ];
  if (waiting === 0) blocks.push(section("Nothing waits for you. Cards come up here and in the channel when somebody needs attention."));
  addCards(blocks, `${alertMark} Alerts`, alerts, alertEntry, 6);
  addCards(blocks, "📥 Waiting for an answer", inbox, inboxEntry, 5, "`/people inbox` shows all");
  addCards(blocks, "❓ Did it arrive?", unknownSends, unknownSend, 3);
  addCards(blocks, "📌 Follow-ups", followUps, followUpCard, 10);
  addCards(blocks, "👥 To confirm", proposals, mergeProposal, 5);
  return { type: "home", blocks };
}

function todayLine({ newContacts, messages, conversions, sent, replied }: TodayNumbers): string {
  return `Today: ${dotted(
    `*${number(newContacts)}* new ${newContacts === 1 ? "person" : "people"}`,
    `*${number(messages)}* messages`,
    `*${number(conversions)}* converted`,
    `*${number(sent)}* follow-ups sent, *${number(replied)}* replied`,
  )}`;
}

function tools(): KnownBlock {
  return actions(
    "home:tools",
    button("🔍 Find people", "home:find", "find"),
    button("📊 Pipeline", "home:pipeline", "pipeline"),
    button("🔄 Refresh", "home:refresh", "refresh"),
  );
}

/** As many cards as fit, then how many more there are. */
function addCards<T>(
  blocks: KnownBlock[],
  title: string,
  { first, total }: { first: T[]; total: number },
  card: (model: T) => { blocks: KnownBlock[] },
  most: number,
  others = "they come up when these are decided",
): void {
  if (first.length === 0 || blocks.length + kept > limits.viewBlocks) return;
  blocks.push(header(`${title} (${number(total)})`));
  let shown = 0;
  for (const model of first.slice(0, most)) {
    const next = card(model).blocks;
    if (blocks.length + next.length + 1 + kept > limits.viewBlocks) break;
    blocks.push(...next, divider);
    shown += 1;
  }
  if (total > shown) blocks.push(context(`and ${number(total - shown)} more: ${others}`));
}

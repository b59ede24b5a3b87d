import type { KnownBlock } from "@slack/types";
import { type AlertRecord, isOpenAlert } from "#core/model/alert.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { ConversationSummary } from "#core/model/conversation-summary.ts";
import type { ContactRecord, MessageRecord } from "#core/model/records.ts";
import type { Author } from "#core/model/vocabulary.ts";
import { type AlertAct, alertActs, changesAlert } from "#core/rules/alerts/machine.ts";
import { actions, type BlockMessage, button, context, dotted, lines, section } from "../blocks/blocks.ts";
import {
  alertMark,
  alertStateWord,
  atRiskMark,
  channelWord,
  gradeWord,
  mediaWord,
  sentimentWord,
  severityWord,
  statusWord,
  toneFace,
  vipMark,
} from "../blocks/labels.ts";
import { bold, inline, nameOf, quote } from "../blocks/text.ts";
import { clock, moment } from "../blocks/time.ts";
import { howToAnswer } from "../conversations/how-to-answer.ts";

type Person = "id" | "name" | "email" | "phone" | "grade" | "score" | "status" | "sentiment" | "sentimentLevel" | "sentimentTrend" | "vip" | "atRisk";

export type AlertCardModel = {
  alert: AlertRecord;
  contact: Pick<ContactRecord, Person>;
  conversation: Pick<ConversationRecord, "id" | "channel" | "takenOverAt">;
  /** What was said last, oldest first. */
  messages: readonly Pick<MessageRecord, "author" | "text" | "media" | "sentAt">[];
  summary: ConversationSummary;
  /** Whom it calls, as Slack's mark-up; empty: nobody. */
  mention: string;
  ownerName: string | null;
  enderName: string | null;
  branchName: string | null;
  zone: string;
  now: number;
};

/** The most that a card shows of each. */
const most = { quotes: 3, messages: 6 };

/** The card of an alert: why, who, what was said, and what can be done. One that has ended is two lines. */
export function alertCard(model: AlertCardModel): BlockMessage {
  const { alert, contact } = model;
  const text = inline(`${alert.ruleName}: ${nameOf(contact)}. ${alert.reason}`, 300);
  if (!isOpenAlert(alert)) return { text, blocks: [section(headline(model)), context(stateLine(model)), ...giveBack(model)] };
  const inShort = summaryLines(model);
  return {
    text,
    blocks: [
      ...callLine(model.mention),
      section(lines(headline(model), personLine(model))),
      section(whyLines(model)),
      ...(inShort === "" ? [] : [section(inShort)]),
      ...recentMessages(model),
      context(stateLine(model)),
      ...(alert.state === "taken_over" ? [context(howToAnswer)] : []),
      actions(`alert:${alert.id}`, ...buttons(model)),
    ],
  };
}

/** In a block of its own, which holds nobody else's words: only there is mark-up of Slack's alive. */
export function callLine(mention: string): KnownBlock[] {
  return mention === "" ? [] : [section(`📣 ${mention}`)];
}

/** A few lines for a list of alerts, with the same buttons. `listedBranch`: the branch that the list is of, which is shown again after a press. */
export function alertEntry(model: AlertCardModel, listedBranch: string | null = null): BlockMessage {
  const { alert, contact } = model;
  const [newest] = alert.evidence.slice(-1);
  return {
    text: inline(`${alert.ruleName}: ${nameOf(contact)}`, 300),
    blocks: [
      section(
        lines(headline(model), personLine(model), `*Why:* ${inline(alert.reason, 300)}`, newest && quote(newest.quote, { max: 400, lines: 3 })),
      ),
      context(stateLine(model)),
      ...(isOpenAlert(alert) ? [actions(`alert:${alert.id}`, ...buttons(model, listedBranch))] : []),
    ],
  };
}

function headline({ alert, contact, conversation }: AlertCardModel): string {
  return dotted(
    `${alertMark} *${inline(alert.ruleName, 100)}*`,
    severityWord(alert.severity),
    `${bold(nameOf(contact))} on ${channelWord(conversation.channel)}`,
  );
}

function personLine({ contact, branchName }: AlertCardModel): string {
  return dotted(
    gradeWord(contact.grade, contact.score),
    statusWord(contact.status),
    sentimentWord(contact.sentimentLevel, contact.sentiment, contact.sentimentTrend),
    contact.vip && `${vipMark} VIP`,
    contact.atRisk && `${atRiskMark} at risk`,
    branchName !== null && inline(branchName, 80),
  );
}

/** The reason with the words that show it, the newest last. */
function whyLines({ alert, now, zone }: AlertCardModel): string {
  const shown = alert.evidence.slice(-most.quotes);
  const more = alert.evidence.length - shown.length;
  return lines(
    `*Why:* ${inline(alert.reason, 300)}${more > 0 ? ` (and ${more} before)` : ""}`,
    ...shown.map((one) => lines(quote(one.quote, { max: 500, lines: 4 }), `_${moment(one.at, now, zone)}_`)),
  );
}

/** The conversation in short: what they want, what was promised, their mood and what is open. */
function summaryLines({ summary: { wants, promised, mood, open }, now, zone }: AlertCardModel): string {
  const words = (text: string) => `“${inline(text, 120)}”`;
  return lines(
    wants.length > 0 && `🎯 *Wants:* ${wants.map((one) => `${inline(one.what.replaceAll("_", " "), 60)} ${words(one.quote)}`).join(", ")}`,
    promised.length > 0 && `🤝 *Promised:* ${promised.map((one) => `${words(one.quote)} by ${moment(one.dueAt, now, zone)}`).join(", ")}`,
    mood.tone !== null && `${toneFace(mood.tone)} *Mood:* ${mood.quotes.map((one) => words(one.quote)).join(", ")}`,
    open.length > 0 && `⏳ *Open:* ${open.map((one) => `${words(one.quote)} since ${moment(one.at, now, zone)}`).join(", ")}`,
  );
}

const authorMarks: Record<Author, string> = { customer: "👤", bot: "🤖", staff: "🧑‍💼", system: "⚙️" };

/** What was said last, a line each, the newest below. */
function recentMessages({ messages, zone }: AlertCardModel): KnownBlock[] {
  const shown = messages.slice(-most.messages).map(({ author, text, media, sentAt }) => {
    const files = media.length > 0 && mediaWord(media);
    return dotted(`${authorMarks[author]} ${clock(sentAt, zone)}`, text.trim() !== "" && inline(text, 240), files);
  });
  return shown.length === 0 ? [] : [section(lines("*The conversation so far*", ...shown))];
}

function stateLine({ alert, ownerName, enderName, now, zone }: AlertCardModel): string {
  const raised = `raised ${moment(alert.openedAt, now, zone)}`;
  if (!isOpenAlert(alert)) {
    const by = enderName === null ? "" : ` by *${inline(enderName, 80)}*`;
    const muted = alert.mutedUntil !== null && alert.mutedUntil > now && `muted until ${moment(alert.mutedUntil, now, zone)}`;
    return dotted(
      `${alertStateWord(alert.state)}${by} ${moment(alert.endedAt ?? alert.updatedAt, now, zone)}`,
      alert.endedBecause !== null && inline(alert.endedBecause, 200),
      muted,
      raised,
    );
  }
  const by = alert.state !== "open" && ownerName !== null ? ` by *${inline(ownerName, 80)}*` : "";
  const silent = alert.state === "taken_over" && "the bot is silent";
  return dotted(
    `${alertStateWord(alert.state)}${by}`,
    alert.state === "open" && "nobody has reacted yet",
    raised,
    silent,
    alert.reminders > 0 && alert.state === "open" && `shown again ${alert.reminders}×`,
  );
}

const labels: Record<AlertAct, string> = {
  take_over: "Take over",
  acknowledge: "Acknowledge",
  release: "Give it back to the bot",
  resolve: "Resolve",
  dismiss: "Dismiss…",
};

function buttons({ alert, contact, conversation }: AlertCardModel, listedBranch: string | null = null) {
  const value = listedBranch === null ? alert.id : `${alert.id}|${listedBranch}`;
  const isTaken = alert.state === "taken_over";
  const offered = alertActs.filter((act) => changesAlert(alert, act));
  return [
    ...(isTaken ? [button("Reply", "thread:reply", conversation.id, { style: "primary" })] : []),
    ...offered.map((act) => button(labels[act], `alert:${act}`, value, act === "take_over" ? { style: "primary" } : {})),
    button("Card", "contact:open", contact.id),
  ];
}

/** After an alert has ended the conversation may still be taken over. */
function giveBack({ alert, conversation }: AlertCardModel): KnownBlock[] {
  if (conversation.takenOverAt === null) return [];
  return [actions(`alert:${alert.id}`, button(labels.release, "thread:release", conversation.id))];
}

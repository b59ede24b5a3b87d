import type { KnownBlock } from "@slack/types";
import type { MessageRecord } from "#core/model/records.ts";
import { actions, type BlockMessage, button, context, lines, section } from "../blocks/blocks.ts";
import { channelWord, mediaWord, signed, sourceWord, toneFace } from "../blocks/labels.ts";
import { bold, inline, limits, quote } from "../blocks/text.ts";
import { clock, dayWord } from "../blocks/time.ts";

/** `writer`: the colleague who wrote it; without it the name is not known. */
export type SaidMessage = Pick<MessageRecord, "id" | "channel" | "source" | "author" | "direction" | "text" | "media" | "sentAt" | "sentiment"> & {
  writer?: string | null;
};

export type HistoryModel = {
  contactId: string;
  name: string;
  /** Newest first, as the store reads them; at most 30. */
  messages: SaidMessage[];
  /** Values of the buttons, at most 2000 characters. */
  newer: string | null;
  older: string | null;
  zone: string;
  now: number;
};

export const messagesPerPage = 20;

const authors: Record<MessageRecord["author"], string> = { customer: "👤", bot: "🤖", staff: "🧑‍💼", system: "⚙️" };
const authorNames: Record<MessageRecord["author"], string> = { customer: "Customer", bot: "Bot", staff: "Staff", system: "System" };

/** A page of what was said, oldest at the top, under a line for each platform and day. */
export function historyCard(model: HistoryModel): BlockMessage {
  const { name, messages } = model;
  const title = section(`💬 *Conversation history* of ${bold(name)}`);
  if (messages.length === 0) return { text: "Nothing has been said yet", blocks: [title, context("Nothing has been said yet.")] };
  return { text: `Conversation history of ${inline(name, 80)}`, blocks: [title, ...transcript(model), ...paging(model)] };
}

type HistoryGroup = { key: string; heading: string; texts: string[] };

/** What was said, oldest at the top; `messages` newest first. */
export function transcript({ messages, zone, now }: Pick<HistoryModel, "messages" | "zone" | "now">): KnownBlock[] {
  const groups: HistoryGroup[] = [];
  for (const message of messages.slice(0, messagesPerPage).toReversed()) {
    const day = dayWord(message.sentAt, now, zone);
    const key = `${message.channel} ${day}`;
    if (groups.at(-1)?.key !== key) groups.push({ key, heading: `*${channelWord(message.channel)}* · ${capital(day)}`, texts: [] });
    groups.at(-1)?.texts.push(messageLine(message, zone));
  }
  return groups.flatMap(({ heading, texts }) => [context(heading), ...sections(texts)]);
}

function messageLine(message: SaidMessage, zone: string): string {
  const { author, sentAt, sentiment, source, channel, text, media, writer = null } = message;
  const tone = sentiment === null ? "" : ` · ${toneFace(sentiment)} ${signed(sentiment)}`;
  const from = author === "customer" && source !== channel ? ` · ${sourceWord(source)}` : "";
  const who = `${authors[author]} ${writer === null ? authorNames[author] : inline(writer, 80)}`;
  const files = media.length === 0 ? "" : `> ${mediaWord(media)}`;
  return lines(`${who} ${clock(sentAt, zone)}${tone}${from}`, quote(text, { max: 500, lines: 6 }), files);
}

/** The texts in as few sections as they fit into. */
function sections(texts: readonly string[]): KnownBlock[] {
  const parts: string[] = [];
  for (const text of texts) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + text.length + 1 <= limits.sectionText) parts[parts.length - 1] = `${last}\n${text}`;
    else parts.push(text);
  }
  return parts.map((part) => section(part));
}

function paging({ contactId, newer, older }: HistoryModel): KnownBlock[] {
  const fits = (value: string | null): value is string => value !== null && value.length <= limits.value;
  return [
    actions(
      "history:page",
      ...(fits(older) ? [button("‹ Older", "history:older", older)] : []),
      ...(fits(newer) ? [button("Newer ›", "history:newer", newer)] : []),
      button("Back to the card", "contact:open", `${contactId}|card`),
    ),
  ];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

import type { KnownBlock } from "@slack/types";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { MediaReference } from "#core/model/messages/media.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Author } from "#core/model/vocabulary.ts";
import { actions, type BlockMessage, button, context, dotted, lines, section } from "../blocks/blocks.ts";
import { atRiskMark, channelWord, gradeWord, mediaWord, sentimentWord, statusWord, vipMark } from "../blocks/labels.ts";
import { bold, inline, nameOf, quote } from "../blocks/text.ts";
import { moment } from "../blocks/time.ts";
import { conversationButtons } from "./buttons.ts";
import { howToAnswer } from "./how-to-answer.ts";
import { windowLine } from "./window-line.ts";

/** Words that a card quotes. `writer`: the colleague who wrote them; null: somebody else did, or nobody knows who. */
export type QuotedWords = { text: string; media: readonly MediaReference[]; author: Author; writer: string | null; at: number };

type ColumnOfConversation = "id" | "channel" | "state" | "waitingSince" | "doneAt" | "assigneeId" | "takenOverAt" | "takenOverBy";

export type ThreadModel = {
  conversation: Pick<ConversationRecord, ColumnOfConversation>;
  contact: Pick<
    ContactRecord,
    "id" | "name" | "email" | "phone" | "grade" | "score" | "status" | "sentiment" | "sentimentLevel" | "sentimentTrend" | "vip" | "atRisk"
  >;
  /** What the customer waits for, and what was said last; null: nothing. */
  waitsFor: QuotedWords | null;
  last: QuotedWords | null;
  /** Who has taken the conversation over, and who looks after it. */
  ownerName: string | null;
  assigneeName: string | null;
  branchName: string | null;
  /** Until when the platform takes an answer, ms since 1970; null: for ever. */
  answerUntil: number | null;
  zone: string;
  now: number;
};

/** The card of a conversation, under which it is a thread: one line when it is done, all that is needed to act while it is not. */
export function threadRoot(model: ThreadModel): BlockMessage {
  const { conversation, contact } = model;
  if (conversation.state === "done") return doneLine(model);
  return {
    text: inline(notice(model), 300),
    blocks: [
      section(
        lines(
          dotted(`💬 ${bold(nameOf(contact))} on ${channelWord(conversation.channel)}`, model.branchName !== null && inline(model.branchName, 80)),
          dotted(
            gradeWord(contact.grade, contact.score),
            statusWord(contact.status),
            sentimentWord(contact.sentimentLevel, contact.sentiment, contact.sentimentTrend),
            contact.vip && `${vipMark} VIP`,
            contact.atRisk && `${atRiskMark} at risk`,
          ),
        ),
      ),
      ...wordsBlocks(model),
      context(dotted(ownerLine(model), assigneeLine(model), windowLine(model))),
      ...(conversation.state === "answered" ? [] : [context(howToAnswer)]),
      actions(`thread:${conversation.id}`, ...conversationButtons(conversation, contact.id, model.ownerName)),
    ],
  };
}

/** What a notification says: the words themselves, so that a glance at the phone is enough. */
function notice({ conversation, contact, waitsFor }: ThreadModel): string {
  const name = nameOf(contact);
  if (conversation.waitingSince === null || waitsFor === null) return `Conversation with ${name}`;
  return `${name} waits for an answer: ${waitsFor.text.trim() === "" ? mediaWord(waitsFor.media) : waitsFor.text}`;
}

function doneLine({ conversation, contact, assigneeName, zone, now }: ThreadModel): BlockMessage {
  const since = conversation.doneAt === null ? null : `done since ${moment(conversation.doneAt, now, zone)}`;
  const who = assigneeName === null ? null : `👤 ${inline(assigneeName, 80)}`;
  return {
    text: inline(`Conversation with ${nameOf(contact)}: done`, 300),
    blocks: [
      section(
        dotted(`✅ ${bold(nameOf(contact))} on ${channelWord(conversation.channel)}`, since, who),
        button("Reopen", "thread:reopen", conversation.id),
      ),
    ],
  };
}

function wordsBlocks({ conversation: { waitingSince }, waitsFor, last, zone, now }: ThreadModel): KnownBlock[] {
  const waiting = waitingSince === null ? null : `⏳ *Waits for an answer since ${moment(waitingSince, now, zone)}*`;
  if (waiting === null) return last === null ? [] : [section(lines(`${writerWord(last)} ${moment(last.at, now, zone)}`, said(last)))];
  if (last === null || waitsFor === null || last.at <= waitsFor.at) return [section(lines(waiting, waitsFor && said(waitsFor)))];
  // A wait that began with a greeting is about the words after it.
  if (waitsFor.text !== "" && last.text.includes(waitsFor.text)) return [section(lines(waiting, said(last)))];
  return [section(lines(waiting, said(waitsFor))), section(lines(`${writerWord(last)} ${moment(last.at, now, zone)}`, said(last)))];
}

function said({ text, media }: QuotedWords): string {
  return lines(quote(text, { max: 900, lines: 8 }), media.length > 0 && `> ${mediaWord(media)}`);
}

const authorWords: Record<Author, string> = { customer: "👤 Customer", bot: "🤖 Bot", staff: "🧑‍💼 Staff", system: "⚙️ System" };

function writerWord({ author, writer }: QuotedWords): string {
  return author === "staff" && writer !== null ? `🧑‍💼 ${inline(writer, 80)}` : authorWords[author];
}

function ownerLine({ conversation: { takenOverAt }, ownerName, zone, now }: ThreadModel): string {
  return takenOverAt === null
    ? "🤖 The bot may answer here: take over to silence it"
    : `🧑‍💼 *${inline(ownerName ?? "A colleague", 80)}* has the conversation since ${moment(takenOverAt, now, zone)}; the bot is silent`;
}

function assigneeLine({ assigneeName }: ThreadModel): string {
  return assigneeName === null ? "nobody looks after it" : `👤 *${inline(assigneeName, 80)}* looks after it`;
}

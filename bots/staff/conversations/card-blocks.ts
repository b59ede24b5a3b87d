import type { ConversationRecord } from "#core/model/conversation.ts";
import type { ContactRecord, MessageRecord } from "#core/model/records.ts";
import { actions, type BlockMessage, button, context, dotted, lines, section } from "../blocks/blocks.ts";
import { channelWord, gradeWord, mediaWord, sentimentWord, signed, statusWord, toneFace } from "../blocks/labels.ts";
import { bold, inline, limits, nameOf, quoteAll } from "../blocks/text.ts";
import { clock, moment } from "../blocks/time.ts";

export type ThreadModel = {
  conversation: Pick<ConversationRecord, "id" | "channel" | "takenOverAt">;
  contact: Pick<ContactRecord, "id" | "name" | "email" | "phone" | "grade" | "score" | "status" | "sentiment" | "sentimentLevel" | "sentimentTrend">;
  /** Who has taken the conversation over. */
  ownerName: string | null;
  zone: string;
  now: number;
};

/** The message under which a conversation is a thread. */
export function threadRoot({ conversation, contact, ownerName, zone, now }: ThreadModel): BlockMessage {
  const { id, channel, takenOverAt } = conversation;
  const isTaken = takenOverAt !== null;
  const state = isTaken
    ? `🧑‍💼 *${inline(ownerName ?? "A colleague", 80)}* has the conversation since ${moment(takenOverAt, now, zone)}; the bot is silent`
    : "🤖 The bot may answer here. Take over to write yourself";
  return {
    text: inline(`Conversation with ${nameOf(contact)}`, 300),
    blocks: [
      section(
        lines(
          `💬 ${bold(nameOf(contact))} on ${channelWord(channel)}`,
          dotted(
            gradeWord(contact.grade, contact.score),
            statusWord(contact.status),
            sentimentWord(contact.sentimentLevel, contact.sentiment, contact.sentimentTrend),
          ),
        ),
      ),
      context(state),
      ...(isTaken ? [context("Write in the thread to leave a note for colleagues. Press Reply, or begin with `>>`, to answer the customer.")] : []),
      actions(
        `thread:${id}`,
        ...(isTaken
          ? [button("Reply", "thread:reply", id, { style: "primary" }), button("Give it back to the bot", "thread:release", id)]
          : [button("Take over", "thread:take_over", id, { style: "primary" })]),
        button("Card", "contact:open", contact.id),
      ),
    ],
  };
}

export type ThreadMessageModel = {
  message: Pick<MessageRecord, "id" | "author" | "text" | "media" | "sentAt" | "sentiment" | "editedAt"> &
    Partial<Pick<MessageRecord, "forwarded" | "quoted">>;
  name: string;
  /** Of the member of staff who wrote it. */
  writer: string | null;
  zone: string;
};

/** One message of the conversation: the customer's, ours, or a colleague's. */
export function threadMessage({ message, name, writer, zone }: ThreadMessageModel): BlockMessage {
  const { author, text, media, sentAt, sentiment, editedAt, forwarded = false, quoted = null } = message;
  const who = { customer: `👤 ${bold(name)}`, bot: "🤖 *Bot*", staff: `🧑‍💼 *${inline(writer ?? "Staff", 80)}* → customer`, system: "⚙️ *System*" }[
    author
  ];
  const tone = sentiment === null ? null : `${toneFace(sentiment)} ${signed(sentiment)}`;
  const [first = "", ...more] = quoteAll(text, limits.sectionText - 600);
  const files = media.length === 0 ? null : mediaWord(media);
  return {
    text: author === "customer" ? `${inline(name, 80)} wrote` : "Sent to the customer",
    blocks: [
      section(
        lines(
          dotted(who, clock(sentAt, zone), tone, forwarded && "forwarded", editedAt !== null && "edited"),
          quoted === null ? null : `_Answers “${inline(quoted, 200)}”_`,
          first === "> " ? null : first,
          files,
        ),
      ),
      ...more.slice(0, limits.messageBlocks - 1).map((part) => section(part)),
    ],
  };
}

/** Tells a colleague that their message was stored as a note and not sent to the customer. */
export function internalNote(writer: string): BlockMessage {
  return {
    text: "Kept as a note",
    blocks: [context(`📝 Kept as a note of ${inline(writer, 80)}. The customer does not see it: press Reply or begin with \`>>\` to answer.`)],
  };
}

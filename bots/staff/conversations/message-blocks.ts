import type { MessageRecord } from "#core/model/records.ts";
import { type BlockMessage, context, dotted, lines, section } from "../blocks/blocks.ts";
import { mediaWord, signed, toneFace } from "../blocks/labels.ts";
import { bold, inline, limits, quoteAll } from "../blocks/text.ts";
import { clock } from "../blocks/time.ts";
import { type SaidMessage, transcript } from "../contacts/history-blocks.ts";

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

/** Newest first, as the store reads them. */
export type EarlierModel = { messages: SaidMessage[]; zone: string; now: number };

/** What was said before the thread was opened, in one post. */
export function earlierCard({ messages, zone, now }: EarlierModel): BlockMessage {
  return { text: "What was said before", blocks: [context("🕘 *What was said before*"), ...transcript({ messages, zone, now })] };
}

/** Tells a colleague that their message was stored as a note and not sent to the customer. */
export function internalNote(writer: string): BlockMessage {
  return {
    text: "Kept as a note",
    blocks: [context(`📝 Kept as a note of ${inline(writer, 80)}. The customer does not see it: press Reply or begin with \`>>\` to answer.`)],
  };
}

import type { KnownBlock } from "@slack/types";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { ContactRecord, MessageRecord } from "#core/model/records.ts";
import { actions, button, dotted, lines, section } from "../blocks/blocks.ts";
import { channelWord, gradeWord, mediaWord, sentimentFace, vipMark } from "../blocks/labels.ts";
import { bold, inline, nameOf, quote } from "../blocks/text.ts";
import { duration, moment } from "../blocks/time.ts";
import { assignToMe } from "../conversations/buttons.ts";

export type InboxEntryModel = {
  conversation: Pick<ConversationRecord, "id" | "channel" | "state" | "waitingSince" | "lastMessageAt" | "assigneeId">;
  contact: Pick<ContactRecord, "id" | "name" | "email" | "phone" | "grade" | "score" | "sentimentLevel" | "vip">;
  /** What the customer waits for, or else what was said last; null: it was taken back. */
  words: Pick<MessageRecord, "text" | "media" | "author"> | null;
  assigneeName: string | null;
  /** Who has taken it over. */
  ownerName: string | null;
  branchName: string | null;
  zone: string;
  now: number;
};

/** Somebody who waits: who, since when, with which words, and the buttons to act at once. */
export function inboxEntry(model: InboxEntryModel): { blocks: KnownBlock[] } {
  const { conversation, contact, branchName } = model;
  const { id, channel, assigneeId, state } = conversation;
  const face = contact.sentimentLevel === null ? "" : ` ${sentimentFace(contact.sentimentLevel)}`;
  return {
    blocks: [
      section(
        lines(
          dotted(
            `${bold(nameOf(contact), 60)}${contact.vip ? ` ${vipMark}` : ""}${face}`,
            gradeWord(contact.grade, contact.score),
            channelWord(channel),
            branchName !== null && inline(branchName, 60),
          ),
          dotted(sinceLine(model), whoLine(model)),
          said(model),
        ),
      ),
      actions(
        `inbox:${id}`,
        button("Reply", "thread:reply", id, state === "waiting" ? { style: "primary" } : {}),
        button("Open thread", "thread:open", id),
        ...(assigneeId === null ? [assignToMe(conversation)] : []),
        state === "done" ? button("Reopen", "thread:reopen", id) : button("Done", "thread:done", id),
      ),
    ],
  };
}

function sinceLine({ conversation: { waitingSince, lastMessageAt }, zone, now }: InboxEntryModel): string {
  if (waitingSince === null) return `last words ${moment(lastMessageAt, now, zone)}`;
  return `⏳ *${duration(Math.max(0, now - waitingSince))}*, since ${moment(waitingSince, now, zone)}`;
}

function whoLine({ ownerName, assigneeName }: InboxEntryModel): string {
  const owner = ownerName === null ? null : `🧑‍💼 ${inline(ownerName, 60)} has taken it over`;
  return dotted(owner, assigneeName === null ? "nobody looks after it" : `👤 ${inline(assigneeName, 60)}`);
}

function said({ words }: InboxEntryModel): string {
  if (words === null) return "";
  const who = words.author === "customer" ? null : "> _we wrote:_";
  return lines(who, quote(words.text, { max: 400, lines: 3 }), words.media.length > 0 && `> ${mediaWord(words.media)}`);
}

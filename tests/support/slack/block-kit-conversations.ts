import { assignModal } from "#bots/staff/conversations/assign-modal.ts";
import { type ThreadModel, threadRoot } from "#bots/staff/conversations/card-blocks.ts";
import { earlierCard, internalNote, threadMessage } from "#bots/staff/conversations/message-blocks.ts";
import { replyModal } from "#bots/staff/conversations/reply-modal.ts";
import type { InboxEntryModel } from "#bots/staff/inbox/entry-blocks.ts";
import { inboxList } from "#bots/staff/inbox/list-blocks.ts";
import { everybodyWhoWaits } from "#bots/staff/inbox/view.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { conversationRow, messageRow } from "../records/records.ts";
import { ana, ben, hour, nobody, now, shown, talk, zone } from "./block-kit-people.ts";
import type { Surface } from "./block-kit-surfaces.ts";

const said = (
  text: string,
  at: number,
  more: { author?: "customer" | "staff"; writer?: string | null; media?: { url: string; type: string }[] } = {},
) => ({
  text,
  at,
  author: "customer" as const,
  writer: null,
  media: [],
  ...more,
});
const threadOf = (conversation: Partial<ConversationRecord>, more: Partial<ThreadModel> = {}) =>
  threadRoot({
    conversation: { ...conversationRow("cnv_1", ana.id, "idn_1"), ...conversation },
    contact: ana,
    waitsFor: null,
    last: said("Yes, Ana, the table by the window is yours.", now - hour, { author: "staff", writer: "Mia Santos" }),
    ownerName: "Mia Santos",
    assigneeName: null,
    branchName: null,
    answerUntil: null,
    ...shown,
    ...more,
  });
const pain = said("My tooth has hurt since last night. Can somebody see me today?", now - 2 * hour);
const waiting = { state: "waiting", waitingSince: now - 2 * hour } as const;
const threadLine = (message: Parameters<typeof threadMessage>[0]["message"]) =>
  threadMessage({ message, name: "Ana Reyes", writer: "Mia Santos", zone });

/** A conversation from its first words to its end, as its card and its thread show it. */
export const conversationExamples: { title: string; surface: Surface }[] = [
  { title: "somebody waits", surface: threadOf(waiting, { waitsFor: pain, last: pain, branchName: "Makati" }) },
  {
    title: "waits on WhatsApp, and has sent a voice note",
    surface: threadOf(
      { ...waiting, channel: "whatsapp", assigneeId: "stf_1" },
      {
        contact: nobody,
        waitsFor: pain,
        last: said("", now - hour, { media: [{ url: "whatsapp:1", type: "audio/ogg" }] }),
        assigneeName: "Carlo Cruz",
        answerUntil: now + 4 * hour,
      },
    ),
  },
  { title: "answered", surface: threadOf({ state: "answered" }) },
  {
    title: "taken over",
    surface: threadOf({ state: "taken_over", takenOverAt: now - hour, takenOverBy: "stf_1", assigneeId: "stf_1" }, { assigneeName: "Mia Santos" }),
  },
  { title: "done", surface: threadOf({ state: "done", doneAt: now - hour }, { assigneeName: "Mia Santos" }) },
  {
    title: "what was said before",
    surface: earlierCard({
      messages: talk.map((message) => ({ ...message, writer: message.author === "staff" ? "Mia Santos" : null })),
      zone,
      now,
    }),
  },
  {
    title: "reply",
    surface: replyModal({
      conversationId: "cnv_1",
      name: "Ana Reyes",
      channel: "whatsapp",
      lastWords: pain.text,
      ownerName: "Carlo Cruz",
      answerUntil: now + 4 * hour,
      takesFiles: true,
      ...shown,
    }),
  },
  {
    title: "assign",
    surface: assignModal({
      conversationId: "cnv_1",
      name: "Ana Reyes",
      assigneeId: null,
      staff: [
        { id: "stf_1", name: "Carlo Cruz" },
        { id: "stf_2", name: "Mia Santos" },
      ],
    }),
  },
  {
    title: "customer",
    surface: threadLine(messageRow("m1", ana.id, { text: "Is anybody there?", author: "customer", sentAt: now, sentiment: -0.4 })),
  },
  {
    title: "staff",
    surface: threadLine(messageRow("m2", ana.id, { text: "Yes, Ana, I am Mia. What can I do for you?", author: "staff", sentAt: now })),
  },
  { title: "note", surface: internalNote("Mia Santos") },
];

const entry = (id: string, contact: ContactRecord, since: number, text: string, more: Partial<InboxEntryModel> = {}): InboxEntryModel => ({
  conversation: { ...conversationRow(id, contact.id, "idn_1"), state: "waiting", waitingSince: since },
  contact,
  words: messageRow("m1", contact.id, { text, author: "customer", sentAt: since }),
  assigneeName: null,
  ownerName: null,
  branchName: "Makati",
  ...shown,
  ...more,
});

/** People who wait, longest first. */
export const waitingEntries: InboxEntryModel[] = [
  entry("cnv_1", ana, now - 26 * hour, "My tooth has hurt since last night. Can somebody see me today?", { assigneeName: "Mia Santos" }),
  entry("cnv_2", ben, now - 2 * hour, "How much is a cleaning for two people, and do you have time on Saturday?"),
  entry("cnv_3", nobody, now - hour / 2, "", { words: messageRow("m3", nobody.id, { text: "", media: [{ url: "telegram:1", type: "audio/ogg" }] }) }),
];

export const inboxExamples: { title: string; surface: Surface }[] = [
  {
    title: "inbox",
    surface: inboxList({
      view: everybodyWhoWaits,
      entries: waitingEntries,
      counts: { waiting: 11, taken_over: 2, answered: 40, done: 1204 },
      branches: [{ id: "brn_1", name: "Makati" }],
      nextCursor: "c",
    }),
  },
  {
    title: "nobody waits",
    surface: inboxList({
      view: { ...everybodyWhoWaits, whose: "mine" },
      entries: [],
      counts: { waiting: 0, taken_over: 2, answered: 40, done: 1204 },
      branches: [],
      nextCursor: null,
    }),
  },
];

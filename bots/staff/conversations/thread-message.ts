import { fail } from "#core/errors.ts";
import { addConversationNote } from "#core/usecases/notes.ts";
import { emojiIn, plainText } from "../blocks/plain-text.ts";
import { inline } from "../blocks/text.ts";
import { requireRole, unknownLine } from "../slack/actor.ts";
import { lineFor } from "../slack/errors.ts";
import type { EventHandler, EventRequest, IncomingEvent, StaffRequest } from "../slack/feature.ts";
import { DuplicateCallError } from "../slack/handled-calls.ts";
import { conversationOfThread } from "../slack/threads/thread-roots.ts";
import { internalNote } from "./message-blocks.ts";
import { sendReply } from "./send-reply.ts";

/** A message that begins like this goes to the customer. */
const toCustomer = /^\s*(?:>>|&gt;&gt;)\s*/;
/** The longest note, in characters. */
const mostNote = 10_000;

/**
 * A message in the thread of a conversation becomes a note for colleagues, or with >> before it an answer to the customer. So does a
 * file without any words, which would be no note.
 * Messages of bots are ignored, or our own posts would become notes.
 */
export const threadMessage: EventHandler = {
  type: "message",
  // Slack sends every message in our channels, our own too.
  concerns: async (incoming) => (await threadOf(incoming)) !== null,
  run: async (request) => {
    const message = staffMessageIn(request);
    const conversationId = await threadOf(request);
    if (!message || conversationId === null) return;
    const { sender } = request;
    const respond = (text: string) => respondInThread(request, message, text);
    if (!sender) return respond(unknownLine);
    try {
      requireRole(sender.staff, "agent");
      await saveMessage(sender, request, conversationId, message);
    } catch (error) {
      // Slack has sent the event twice, and the other copy was answered.
      if (error instanceof DuplicateCallError) throw error;
      await respond(lineFor(error));
    }
  },
};

type StaffMessage = { userId: string; text: string; threadTs: string; fileIds: readonly string[]; emoji: ReadonlyMap<string, string> };

/** The subtypes of messages that people write: plain, with files, or also sent to the channel. */
const ofPeople = [undefined, "file_share", "thread_broadcast"];

/** The conversation whose thread the message is in, by its id; null: it is in no such thread. */
async function threadOf(incoming: IncomingEvent<"message">): Promise<string | null> {
  const message = staffMessageIn(incoming);
  const post = message && (await incoming.ctx.store.staffChat.postAt(incoming.event.channel, message.threadTs));
  return post ? conversationOfThread(incoming.ctx, post) : null;
}

/** What a person wrote in a thread; null: anything else. */
function staffMessageIn({ event, workspace }: IncomingEvent<"message">): StaffMessage | null {
  if (!ofPeople.includes(event.subtype) || !("user" in event) || typeof event.user !== "string") return null;
  if (("bot_id" in event && event.bot_id) || event.user === workspace.botUserId) return null;
  const { user: userId } = event;
  const text = "text" in event ? (event.text ?? "") : "";
  const threadTs = "thread_ts" in event ? event.thread_ts : undefined;
  const fileIds = filesIn(event);
  return threadTs === undefined || (text.trim() === "" && fileIds.length === 0)
    ? null
    : { userId, text, threadTs, fileIds, emoji: emojiIn("blocks" in event ? event.blocks : []) };
}

/** The ids of the files that a message brings along. */
function filesIn(event: object): string[] {
  const files: readonly unknown[] = "files" in event && Array.isArray(event.files) ? event.files : [];
  return files.flatMap((file) => (typeof file === "object" && file !== null && "id" in file && typeof file.id === "string" ? [file.id] : []));
}

async function saveMessage(
  { ctx, staff }: StaffRequest,
  request: EventRequest<"message">,
  conversationId: string,
  message: StaffMessage,
): Promise<void> {
  const names = { emoji: message.emoji, users: await usersIn(message.text, ctx, request.workspace) };
  const isFileAlone = message.text.trim() === "";
  if (isFileAlone || toCustomer.test(message.text)) {
    const text = plainText(message.text.replace(toCustomer, ""), names);
    if (text === "" && message.fileIds.length === 0) fail("invalid", "write after >> what the customer is to read");
    const audited = { ...ctx, audit: { action: "conversation.reply", subjectId: conversationId } };
    await sendReply({ ...request, ctx: audited }, { conversationId, text, fileIds: message.fileIds });
    const owner = await colleagueWhoHas(ctx, conversationId, staff.id);
    const told = [
      ...(isFileAlone ? ["A file without words goes to the customer. Write something beside it to keep it among colleagues."] : []),
      ...(owner === null ? [] : [`Sent. ${inline(owner, 80)} has the conversation: tell them that you have answered.`]),
    ];
    if (told.length > 0) await respondInThread(request, message, told.join(" "));
    return;
  }
  const conversation = await ctx.store.conversations.find(conversationId);
  if (!conversation) return;
  const audited = { ...ctx, audit: { action: "contact.note", subjectId: conversation.contactId } };
  await addConversationNote(audited, { id: conversationId, text: plainText(message.text, names).slice(0, mostNote) });
  const { text, blocks } = internalNote(staff.name);
  await request.client.chat.postEphemeral({ channel: request.event.channel, user: message.userId, thread_ts: message.threadTs, text, blocks });
}

/** The name of the colleague who has taken the conversation over; null: nobody has, or the member of staff `id` themselves. */
async function colleagueWhoHas({ store }: StaffRequest["ctx"], conversationId: string, id: string): Promise<string | null> {
  const ownerId = (await store.conversations.find(conversationId))?.takenOverBy ?? null;
  const owner = ownerId === null || ownerId === id ? null : await store.staff.find(ownerId);
  return owner?.name ?? null;
}

/** Names of the colleagues that a message mentions, by their Slack user id. */
async function usersIn(
  text: string,
  { store }: StaffRequest["ctx"],
  { teamId }: EventRequest<"message">["workspace"],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set([...text.matchAll(/<@(\w+)[^>]*>/g)].map(([, id = ""]) => id));
  const found = await Promise.all([...ids].slice(0, 20).map(async (id) => [id, (await store.staff.bySlackUser(teamId, id))?.name] as const));
  return new Map(found.flatMap(([id, name]) => (name ? [[id, name] as const] : [])));
}

async function respondInThread({ client, event }: EventRequest<"message">, { userId, threadTs }: StaffMessage, text: string): Promise<void> {
  await client.chat.postEphemeral({ channel: event.channel, user: userId, thread_ts: threadTs, text });
}

import { fail } from "#core/errors.ts";
import type { PostRecord } from "#core/model/staff.ts";
import { reply } from "#core/usecases/deliveries/reply.ts";
import { addNote } from "#core/usecases/notes.ts";
import { emojiIn, plainText } from "../blocks/plain-text.ts";
import { requireRole, unknownLine } from "../slack/actor.ts";
import { lineFor } from "../slack/errors.ts";
import type { Acting, EventHandler, Glimpse, Happening } from "../slack/feature.ts";
import { TakenError } from "../slack/handled-calls.ts";
import { internalNote } from "./card-blocks.ts";

/** What begins so goes to the customer. */
const toCustomer = /^\s*(?:>>|&gt;&gt;)\s*/;
/** The longest note. */
const mostNote = 10_000;

/**
 * Somebody writes in the thread of a conversation: a note for colleagues, or with >> before it an answer to the customer. What
 * bots write, ours above all, is nobody's word, or it would go round in circles.
 */
export const threadMessage: EventHandler = {
  type: "message",
  // We hear everything in our channels, ourselves too.
  concerns: async (seen) => (await threadOf(seen)) !== null,
  run: async (happening) => {
    const said = wordsIn(happening);
    const post = await threadOf(happening);
    if (!said || !post) return;
    const { acting } = happening;
    const tell = (text: string) => whisper(happening, said, text);
    if (!acting) return tell(unknownLine);
    try {
      requireRole(acting.staff, "agent");
      await keep(acting, happening, post.subjectId, said);
    } catch (error) {
      // Slack has sent it twice at once, and the other one is answered.
      if (error instanceof TakenError) throw error;
      await tell(lineFor(error));
    }
  },
};

type Said = { userId: string; text: string; threadTs: string; hasFiles: boolean; emoji: ReadonlyMap<string, string> };

/** A message of a person's: as such, with files, or shown in the channel as well. */
const ofPeople = [undefined, "file_share", "thread_broadcast"];

/** The thread of a conversation that somebody writes in; null: it is none. */
async function threadOf(seen: Glimpse<"message">): Promise<PostRecord | null> {
  const said = wordsIn(seen);
  const post = said && (await seen.ctx.store.staffChat.postAt(seen.event.channel, said.threadTs));
  return post?.kind === "thread" ? post : null;
}

/** A person's own words in a thread; null: anything else. */
function wordsIn({ event, workspace }: Glimpse<"message">): Said | null {
  if (!ofPeople.includes(event.subtype) || !("user" in event) || typeof event.user !== "string") return null;
  if (("bot_id" in event && event.bot_id) || event.user === workspace.botUserId) return null;
  const { user: userId } = event;
  const text = "text" in event ? (event.text ?? "") : "";
  const threadTs = "thread_ts" in event ? event.thread_ts : undefined;
  return threadTs === undefined || text.trim() === ""
    ? null
    : { userId, text, threadTs, hasFiles: event.subtype === "file_share", emoji: emojiIn("blocks" in event ? event.blocks : []) };
}

async function keep({ ctx, staff }: Acting, happening: Happening<"message">, conversationId: string, said: Said): Promise<void> {
  const names = { emoji: said.emoji, users: await usersIn(said.text, ctx, happening.workspace) };
  if (toCustomer.test(said.text)) {
    const text = plainText(said.text.replace(toCustomer, ""), names);
    if (text === "") fail("invalid", "write after >> what the customer is to read");
    // Words that speak of a picture must not arrive without it.
    if (said.hasFiles) fail("invalid", "files cannot go to the customer from here, so nothing was sent: write the words alone");
    const audited = { ...ctx, audit: { action: "conversation.reply", subjectId: conversationId } };
    await reply(audited, { conversationId, text, media: [] });
    return;
  }
  const conversation = await ctx.store.conversations.find(conversationId);
  if (!conversation) return;
  const audited = { ...ctx, audit: { action: "contact.note", subjectId: conversation.contactId } };
  await addNote(audited, { contactId: conversation.contactId, text: plainText(said.text, names).slice(0, mostNote) });
  const { text, blocks } = internalNote(staff.name);
  await happening.client.chat.postEphemeral({ channel: happening.event.channel, user: said.userId, thread_ts: said.threadTs, text, blocks });
}

/** Names of the colleagues that a message mentions, by their Slack user id. */
async function usersIn(text: string, { store }: Acting["ctx"], { teamId }: Happening<"message">["workspace"]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set([...text.matchAll(/<@(\w+)[^>]*>/g)].map(([, id = ""]) => id));
  const found = await Promise.all([...ids].slice(0, 20).map(async (id) => [id, (await store.staff.bySlackUser(teamId, id))?.name] as const));
  return new Map(found.flatMap(([id, name]) => (name ? [[id, name] as const] : [])));
}

async function whisper({ client, event }: Happening<"message">, { userId, threadTs }: Said, text: string): Promise<void> {
  await client.chat.postEphemeral({ channel: event.channel, user: userId, thread_ts: threadTs, text });
}

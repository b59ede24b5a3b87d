import { CrmError, fail } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";
import { getConversation } from "#core/usecases/conversations/get-conversation.ts";
import { openThread } from "#core/usecases/conversations/open-thread.ts";
import { release, takeOver } from "#core/usecases/conversations/take-over.ts";
import { reply } from "#core/usecases/deliveries/reply.ts";
import { customerTextIn } from "../blocks/input-values.ts";
import { nameOf } from "../blocks/text.ts";
import { type ActionHandler, type ModalHandler, openModal } from "../slack/feature.ts";
import { subjectOf } from "../slack/payload.ts";
import { replyModal } from "./reply-modal.ts";

/** From the contact's card: the conversation they wrote in last becomes a thread. */
const open: ActionHandler = {
  id: "contact:thread",
  role: "agent",
  audit: "conversation.open",
  run: async (request) => {
    const [latest] = await request.ctx.store.conversations.ofContact(subjectOf(request.value).id);
    if (!latest) fail("conflict", "they have written nowhere yet: there is nothing to open");
    await openThread(request.ctx, { id: latest.id });
    await request.respond("The conversation is a thread in the channel now. What they write from here on appears there.");
  },
};

const take: ActionHandler = {
  id: "thread:take_over",
  role: "agent",
  audit: "conversation.take_over",
  run: async (request) => {
    await takeOver(request.ctx, { id: request.value }).catch((error: unknown) => byName(request.ctx, error));
  },
};

/** Throws the error again, with the name of the colleague who has the conversation in its message. */
async function byName(ctx: Context, error: unknown): Promise<never> {
  const id = error instanceof CrmError ? error.details.takenOverBy : undefined;
  const owner = typeof id === "string" ? await ctx.store.staff.find(id) : null;
  if (owner) fail("conflict", `${owner.name} has taken it over already: ask them, or wait until they give it back`);
  throw error;
}

const giveBack: ActionHandler = {
  id: "thread:release",
  role: "agent",
  audit: "conversation.release",
  run: async (request) => {
    await release(request.ctx, { id: request.value });
  },
};

const write: ActionHandler = {
  id: "thread:reply",
  role: "agent",
  audit: "conversation.reply",
  run: async (request) => {
    const { ctx } = request;
    const conversation = await getConversation(ctx, { id: request.value });
    const contact = (await ctx.store.contacts.find(conversation.contactId)) ?? fail("not_found", "the contact has been deleted");
    const { data } = await ctx.store.messages.ofContact(contact.id, { limit: 20, cursor: null });
    const last = data.find(({ conversationId, direction }) => conversationId === conversation.id && direction === "inbound");
    const { id: conversationId, channel } = conversation;
    await openModal(request, replyModal({ conversationId, name: nameOf(contact), channel, lastWords: last?.text ?? null }));
  },
};

export const threadActions: readonly ActionHandler[] = [open, take, giveBack, write];

export const threadModals: readonly ModalHandler[] = [
  {
    callbackId: "thread:reply",
    role: "agent",
    audit: "conversation.reply",
    run: async ({ ctx, metadata, values }) => {
      const text = customerTextIn(values, "text");
      if (text === null) return { errors: { text: "Write what the customer is to read" } };
      await reply(ctx, { conversationId: subjectOf(metadata).id, text, media: [] });
      return undefined;
    },
  },
];

import { fail } from "#core/errors.ts";
import { assignConversation } from "#core/usecases/conversations/assign-conversation.ts";
import { decideConversation } from "#core/usecases/conversations/decide-conversation.ts";
import { release, takeFromOwner, takeOver } from "#core/usecases/conversations/take-over.ts";
import { nameOf } from "../blocks/text.ts";
import { type ActionHandler, openModal } from "../slack/feature.ts";
import { subjectOf } from "../slack/payload.ts";
import { everyStaff } from "../slack/staff-names.ts";
import { assignModal } from "./assign-modal.ts";
import { assigneeShown } from "./buttons.ts";
import { confirmPress, conversationNow, rethrowNamingColleague } from "./confirm.ts";
import { openAndTell } from "./open-and-tell.ts";
import { openReply } from "./open-reply.ts";

/** From the contact's card: the conversation they wrote in last becomes a thread. */
const open: ActionHandler = {
  id: "contact:thread",
  role: "agent",
  audit: "conversation.open",
  run: async (request) => {
    const [latest] = await request.ctx.store.conversations.ofContact(subjectOf(request.value).id);
    if (!latest) fail("conflict", "they have written nowhere yet: there is nothing to open");
    await openAndTell(request, latest.id);
  },
};

const take: ActionHandler = {
  id: "thread:take_over",
  role: "agent",
  audit: "conversation.take_over",
  run: async (request) => {
    const { ctx, staff, value } = request;
    const before = await conversationNow(ctx, value);
    const line = (name: string) => `${name} has taken it over already: ask them, or wait until they give it back`;
    await takeOver(ctx, { id: value }).catch((error: unknown) => rethrowNamingColleague(ctx, error, "takenOverBy", line));
    if (before.takenOverBy === staff.id) return request.respond("You have taken it over already.");
    await confirmPress(request, "You have the conversation now, and the bot is silent.");
  },
};

const takeFrom: ActionHandler = {
  id: "thread:take_from",
  role: "manager",
  audit: "conversation.take_from",
  run: async (request) => {
    const { ctx, staff } = request;
    const { id, fingerprint: ownerId = "" } = subjectOf(request.value);
    if ((await conversationNow(ctx, id)).takenOverBy === staff.id) return request.respond("You have taken it over already.");
    const line = (name: string) => `${name} has it by now: press the button with their name`;
    await takeFromOwner(ctx, { id, ownerId }).catch((error: unknown) => rethrowNamingColleague(ctx, error, "takenOverBy", line));
    await confirmPress(request, "You have the conversation now, and the bot is silent.");
  },
};

const giveBack: ActionHandler = {
  id: "thread:release",
  role: "agent",
  audit: "conversation.release",
  run: async (request) => {
    const before = await conversationNow(request.ctx, request.value);
    if (before.takenOverAt === null) return request.respond("Nobody has taken it over: the bot may answer there already.");
    await release(request.ctx, { id: request.value });
    await confirmPress(request, "The bot may answer there again.");
  },
};

const write: ActionHandler = { id: "thread:reply", role: "agent", audit: "conversation.reply", run: openReply };

const assignMe: ActionHandler = {
  id: "thread:assign_me",
  role: "agent",
  audit: "conversation.assign",
  run: async (request) => {
    const { ctx, staff } = request;
    const { id, fingerprint } = subjectOf(request.value);
    if ((await conversationNow(ctx, id)).assigneeId === staff.id) return request.respond("You look after it already.");
    const line = (name: string) => `${name} looks after it by now: press Assign… to change that`;
    const input = { id, assigneeId: staff.id, expected: assigneeShown(fingerprint) };
    await assignConversation(ctx, input).catch((error: unknown) => rethrowNamingColleague(ctx, error, "assigneeId", line));
    await confirmPress(request, "You look after it now.");
  },
};

const assign: ActionHandler = {
  id: "thread:assign",
  role: "agent",
  audit: "conversation.assign",
  run: async (request) => {
    const { ctx } = request;
    const { id: conversationId, contactId, assigneeId } = await conversationNow(ctx, request.value);
    const contact = (await ctx.store.contacts.find(contactId)) ?? fail("not_found", "the contact has been deleted");
    await openModal(request, assignModal({ conversationId, name: nameOf(contact), assigneeId, staff: await everyStaff(ctx) }));
  },
};

const done: ActionHandler = {
  id: "thread:done",
  role: "agent",
  audit: "conversation.done",
  run: async (request) => {
    const before = await conversationNow(request.ctx, request.value);
    if (before.doneAt !== null) return request.respond("It is done already.");
    const { takenOverAt } = await decideConversation(request.ctx, { id: request.value, decision: "done" });
    if (takenOverAt !== null) return request.respond("It is done. It is still taken over: give it back to the bot when you have finished.");
    await confirmPress(request, "It is done. What they ask from here on opens it again.");
  },
};

const reopen: ActionHandler = {
  id: "thread:reopen",
  role: "agent",
  audit: "conversation.reopen",
  run: async (request) => {
    const before = await conversationNow(request.ctx, request.value);
    if (before.doneAt === null) return request.respond("It is open already.");
    await decideConversation(request.ctx, { id: request.value, decision: "open" });
    await confirmPress(request, "It is open again.");
  },
};

export const threadActions: readonly ActionHandler[] = [open, take, takeFrom, giveBack, write, assignMe, assign, done, reopen];

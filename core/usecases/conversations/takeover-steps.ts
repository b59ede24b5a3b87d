import { fail } from "#core/errors.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { conversationStateOf } from "#core/rules/conversations/state-of.ts";
import { summaryOf } from "#core/rules/conversations/summary.ts";
import { localText } from "#core/rules/text/local-text.ts";
import { queueDelivery } from "#core/usecases/deliveries/queue-delivery.ts";
import type { ConversationChange } from "./change-conversation.ts";
import { addDecision } from "./decision-row.ts";

/** The newest messages that a summary is made of. */
const summarized = 50;

/** Whom a conversation may be taken from that somebody has: a colleague who has it no more is another's conflict. */
export type TakenFrom = "nobody" | "anybody" | { ownerId: string };

/**
 * The conversation as the actor's own, with the entry in the timeline and what the customer is told. Throws `conflict` naming the
 * colleague who has it, unless it is taken from them.
 */
export async function takenOver(
  ctx: Context,
  changes: ChangeSet,
  conversation: ConversationRecord,
  from: TakenFrom = "nobody",
): Promise<ConversationChange> {
  const { takenOverAt, takenOverBy } = conversation;
  if (takenOverAt !== null && takenOverBy === ctx.actor.id) return { conversation };
  if (takenOverAt !== null && !mayTake(from, takenOverBy)) return fail("conflict", `${takenOverBy} has taken it over already`, { takenOverBy });
  const fact = addDecision(ctx, changes, conversation, { decision: "taken_over" });
  // With a colleague the customer has been told already.
  if (takenOverAt === null) await tellCustomer(ctx, changes, conversation);
  return { conversation: { ...conversation, takenOverAt: ctx.now(), takenOverBy: ctx.actor.id }, facts: [fact] };
}

function mayTake(from: TakenFrom, ownerId: string | null): boolean {
  return from === "anybody" || (from !== "nobody" && from.ownerId === ownerId);
}

/** The conversation as the bot's, with a summary in the timeline for whoever goes on with it; as it is when nobody has it. */
export async function released(ctx: Context, changes: ChangeSet, conversation: ConversationRecord): Promise<ConversationChange> {
  if (conversation.takenOverAt === null) return { conversation };
  const { id, contactId } = conversation;
  const { data } = await ctx.store.messages.ofConversation({ id, contactId }, { limit: summarized, cursor: null });
  const contact = await ctx.store.contacts.find(contactId);
  const summary = summaryOf(data, conversationStateOf(contact, id));
  const fact = addDecision(ctx, changes, conversation, { decision: "released", summary });
  return { conversation: { ...conversation, takenOverAt: null, takenOverBy: null }, facts: [fact] };
}

/** Queues the notice of a takeover, once in an episode of messages, however often staff take over and release in it. */
async function tellCustomer(ctx: Context, changes: ChangeSet, conversation: ConversationRecord): Promise<void> {
  const { notice } = (await ctx.store.settings.current()).document.takeover;
  const contact = notice === null ? null : await ctx.store.contacts.find(conversation.contactId);
  if (notice === null || contact === null) return;
  const onceKey = `takeover:${conversation.id}:${contact.state.engagement.episode?.id ?? "none"}`;
  if (await ctx.store.deliveries.isKnown(onceKey)) return;
  const text = localText(notice, contact.language);
  queueDelivery(ctx, changes, conversation, { text, media: [], purpose: "reply", author: "system", onceKey });
}

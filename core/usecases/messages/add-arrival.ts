import { fail } from "#core/errors.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Sender } from "#core/model/fact.ts";
import type { From } from "#core/model/inbound.ts";
import type { ActionRecord, BranchRecord, ContactRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { sourceOfChannel } from "#core/rules/contact/row.ts";
import { wantNothing } from "#core/rules/conversations/wants-answer.ts";
import { awayKey } from "#core/rules/delivery/away.ts";
import { isToldAnew, outOfHoursText } from "#core/rules/duty/out-of-hours.ts";
import { actionFact } from "#core/rules/fold/action.ts";
import { greetingFor } from "#core/rules/text/greeting.ts";
import { queueDelivery } from "#core/usecases/deliveries/queue-delivery.ts";
import { factIdOf } from "#core/usecases/fact-id.ts";
import { postToThread } from "#core/usecases/staff-chat/effects.ts";
import type { ActionArrival, MessageArrival } from "./arrival.ts";
import { analyse, messageFact, messageRow, readingRow } from "./message-rows.ts";
import { joinConversation, type Placed } from "./place-arrival.ts";
import { recordConsentWords } from "./record-consent-words.ts";
import { requireSameContact, requireSameSender } from "./require-same-owner.ts";
import type { WorkingSet } from "./working-set.ts";

/** What the settings and the branches say. */
type Business = { settings: Settings; branches: readonly BranchRecord[] };

/** `arrived`: the number of the arrival, of `nextArrival`. */
type Arrived = { arrived: number };

export type TakenArrival =
  | { kind: "message"; message: MessageWithReading; isNew: boolean }
  | { kind: "action"; action: ActionRecord; isNew: boolean };

/**
 * Puts a message, its reading and its conversation into the change set; a repeated one changes nothing. Throws CrmError
 * `conflict` when its id is another's, `gone` when it was taken back.
 */
export function addMessageArrival(
  ctx: Context,
  changes: ChangeSet,
  working: WorkingSet,
  arrival: MessageArrival & Arrived,
  place: () => Placed,
  business: Business,
): TakenArrival {
  const { input, identity: key, at } = arrival;
  const seen = input.externalId === null ? undefined : working.seenMessage({ ...key, externalId: input.externalId });
  if (seen) {
    requireSameSender(working, arrival, seen);
    return { kind: "message", message: seen, isNew: false };
  }
  if (input.externalId !== null && working.isRetracted({ ...key, externalId: input.externalId }))
    fail("gone", "the message with this externalId was taken back and is not stored again");

  const { draft, branchId } = place();
  const identity = working.identity(key) ?? fail("unavailable", "the identity is being changed; send the request again");
  const isFirst = !working.conversations.has(identity.id);
  const conversation = joinConversation(ctx, working, identity, { at, branchId, contactBranchId: draft.contact.branchId });
  const message = messageRecord(ctx, arrival, draft.contact, conversation.id, business.settings);
  changes.insert("messages", messageRow(message));
  changes.insert("readings", readingRow(message, message.receivedAt));
  draft.facts.push(messageFact(message));
  if (conversation.threadedAt !== null) postToThread(ctx, changes, message.id);
  if (message.direction === "inbound")
    recordConsentWords(ctx, changes, { draft, conversation, message, settings: business.settings, editedAt: null });
  else if (message.author === "staff" && !message.history) ownerSpoke(working, conversation, at);
  answerByItself(ctx, changes, working, { conversation, message, isFirst, language: message.reading.language ?? draft.contact.language }, business);
  working.addMessage(message);
  return { kind: "message", message, isNew: true };
}

/** Silences the bot in the conversation for a while after the business has answered on its own phone (product.md §9). */
function ownerSpoke(working: WorkingSet, conversation: ConversationRecord, at: number): void {
  working.conversations.set(conversation.identityId, { ...conversation, ownerSpokeAt: Math.max(conversation.ownerSpokeAt ?? 0, at) });
}

type Heard = { conversation: ConversationRecord; message: MessageWithReading; isFirst: boolean; language: string | null };

/**
 * Queues the greeting, once for each conversation, or that it is closed, once each time it is. Not for history, not while staff own
 * the conversation, and not to whoever wants nothing of us: spam gets no sign that somebody reads it.
 */
function answerByItself(ctx: Context, changes: ChangeSet, working: WorkingSet, heard: Heard, { settings, branches }: Business): void {
  const { conversation, message, isFirst, language } = heard;
  if (message.direction !== "inbound" || message.history || conversation.takenOverAt !== null) return;
  if (message.reading.intents.some(({ intent }) => wantNothing.includes(intent))) return;
  const branch = branches.find(({ id }) => id === conversation.branchId) ?? null;
  const closedText = outOfHoursText(settings, branch, language, ctx.now());
  if (closedText === null) {
    const text = isFirst ? greetingFor(settings, ctx.now(), { branch, language }) : null;
    const onceKey = `greeting:${conversation.id}`;
    if (text !== null) queueDelivery(ctx, changes, conversation, { text, media: [], purpose: "reply", author: "bot", onceKey });
    return;
  }
  if (!isToldAnew(settings, branch, conversation.awayToldAt, ctx.now())) return;
  working.conversations.set(conversation.identityId, { ...conversation, awayToldAt: ctx.now() });
  // Whatever its words are, it answers nothing: what the customer wants goes on waiting, as with all that the system writes.
  queueDelivery(ctx, changes, conversation, { text: closedText, media: [], purpose: "reply", author: "system", onceKey: awayKey(message.id) });
}

/** The message as it is stored, with what the rules analyst reads in it. */
function messageRecord(
  ctx: Context,
  { input, from, at, history, arrived }: MessageArrival & Arrived,
  contact: ContactRecord,
  conversationId: string,
  settings: Settings,
): MessageWithReading {
  const { channel, account, externalId, direction, author, text, media, forwarded = false, placeholder = false, quoted = null } = input;
  const { agentId } = ctx.store;
  const reading = analyse({ text, direction, author, sentAt: at, forwarded, placeholder }, contact, settings);
  return {
    id: factIdOf(ctx, { prefix: "msg", at, names: externalId === null ? null : [channel, account, externalId], arrived }),
    agentId,
    contactId: contact.id,
    conversationId,
    channel,
    account,
    source: input.source ?? sourceOfChannel[channel],
    externalId,
    direction,
    author,
    purpose: null,
    text,
    media,
    sender: senderOf(from),
    sentAt: at,
    receivedAt: ctx.now(),
    history,
    sentiment: reading.sentiment,
    editedAt: null,
    forwarded,
    placeholder,
    quoted,
    reading,
  };
}

/** Details of the sender that come with the message besides its text; null: none. */
function senderOf({ name, email, phone, username, verified }: From): Sender | null {
  const known = Object.entries({ name, email, phone, username, verified }).filter(([, value]) => value !== undefined && value.length > 0);
  return known.length === 0 ? null : Object.fromEntries(known);
}

/** Puts an action into the change set; one with a known external id changes nothing. */
export function addActionArrival(
  ctx: Context,
  changes: ChangeSet,
  working: WorkingSet,
  arrival: ActionArrival & Arrived,
  place: () => Placed,
): TakenArrival {
  const { input, at, arrived } = arrival;
  const seen = input.externalId === null ? undefined : working.seenAction(input.externalId);
  if (seen) {
    requireSameContact(working, arrival, seen);
    return { kind: "action", action: seen, isNew: false };
  }

  const { draft } = place();
  const { reference } = input.properties;
  const action: ActionRecord = {
    id: factIdOf(ctx, { prefix: "act", at, names: input.externalId === null ? null : [input.externalId], arrived }),
    agentId: ctx.store.agentId,
    contactId: draft.contact.id,
    action: input.action,
    externalId: input.externalId,
    reference: typeof reference === "string" ? reference : null,
    sender: arrival.from ? senderOf(arrival.from) : null,
    properties: input.properties,
    at,
    receivedAt: ctx.now(),
  };
  changes.insert("actions", action);
  draft.facts.push(actionFact(action));
  working.addAction(action);
  return { kind: "action", action, isNew: true };
}

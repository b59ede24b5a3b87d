import { CrmError, fail } from "#core/errors.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { Ingested, RecordedAction } from "#core/model/inbound.ts";
import type { Reading } from "#core/model/reading.ts";
import type { BranchRecord, ContactRecord } from "#core/model/records.ts";
import type { Settings, VersionedSettings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { IngestQuery } from "#core/ports/ingest-reads.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { identityForms } from "#core/rules/address/identity.ts";
import { hasOpeningTimes } from "#core/rules/duty/place-of.ts";
import { type AnsweredRequest, commitAll } from "#core/usecases/commit.ts";
import { changeContacts } from "#core/usecases/contact-change/change-contacts.ts";
import type { ContactChange } from "#core/usecases/contact-change/contact-change.ts";
import { expectNobodyNew } from "#core/usecases/contact-change/expect-nobody-new.ts";
import { addActionArrival, addMessageArrival, type TakenArrival } from "./add-arrival.ts";
import type { Arrival } from "./arrival.ts";
import { placeArrival } from "./place-arrival.ts";
import { retractedAmong } from "./retractions.ts";
import { showNewcomers } from "./show-newcomers.ts";
import { WorkingSet } from "./working-set.ts";

/** One arrival, its number (`nextArrival`) and the request it came with, whose idempotency key is saved with the arrival's effect. */
export type IncomingArrival = { ctx: Context; arrival: Arrival; arrived: number };
export type ArrivalOutcome = { ok: Ingested | RecordedAction } | { error: CrmError };

/**
 * Stores a batch of arrivals in one commit: a few queries read what all of them need, the fold runs in memory. An invalid
 * arrival fails alone. Throws StaleError when the batch must be read and decided again.
 */
export async function storeArrivals(ctx: Context, incoming: readonly IncomingArrival[], settings: VersionedSettings): Promise<ArrivalOutcome[]> {
  const query = queryFor(incoming);
  const view = await ctx.store.ingest.find(query);
  const retracted = view.hasRetractions ? await retractedAmong(ctx, query.messages) : new Set<string>();
  const working = new WorkingSet(view, retracted);
  const branches = needsBranches(incoming, working, settings.document) ? await ctx.store.labels.branches() : [];
  const changes = new ChangeSet();
  const strangers = incoming.filter(({ arrival }) => arrival.identity !== null && !working.identity(arrival.identity));
  expectNobodyNew(changes, queryFor(strangers), view);

  const taken = incoming.map((one) => attempt(() => take(one, changes, working, branches, settings)));
  for (const identityId of working.touchedConversations) {
    const conversation = working.conversations.get(identityId);
    if (conversation) working.isStored(conversation) ? changes.put("conversations", conversation) : changes.insert("conversations", conversation);
  }
  const contacts = await changeDrafts(ctx, changes, working, settings);
  await showNewcomers(ctx, changes, newMessages(taken), settings.document);
  const conversations = await conversationsOf(ctx, changes, working, taken);
  const read = new Map(changes.inserts.readings?.map(({ messageId, reading, inContext }) => [messageId, inContext ?? reading]));
  const outcomes = taken.map((one) => ("error" in one ? one : { ok: finish(one.ok, contacts, conversations, read) }));
  const answered = incoming.flatMap(({ ctx: request }, i): AnsweredRequest[] => {
    const outcome = outcomes[i];
    return outcome && "ok" in outcome ? [{ ctx: request, result: outcome.ok }] : [];
  });
  await commitAll(ctx.store, changes, answered);
  return outcomes;
}

/** An arrival names its branch, or a known one tells where and when it is open. */
function needsBranches(incoming: readonly IncomingArrival[], working: WorkingSet, settings: Settings): boolean {
  if (incoming.some(({ arrival }) => arrival.from?.branch !== undefined)) return true;
  return hasOpeningTimes(settings) && [...working.conversations.values()].some(({ branchId }) => branchId !== null);
}

function queryFor(incoming: readonly IncomingArrival[]): IngestQuery {
  const query: IngestQuery = { identities: [], messages: [], actions: [], contactIds: [], addresses: [] };
  for (const { arrival } of incoming) {
    if (arrival.identity) query.identities.push(...identityForms(arrival.identity));
    query.addresses.push(...arrival.addresses);
    const { externalId } = arrival.input;
    if (arrival.kind === "message" && externalId !== null) query.messages.push({ ...arrival.identity, externalId });
    if (arrival.kind === "action" && externalId !== null) query.actions.push(externalId);
    if (arrival.kind === "action" && arrival.input.contactId !== undefined) query.contactIds.push(arrival.input.contactId);
  }
  return query;
}

/** Uses the context of the arrival's own request, so that its rows name the actor of that request. */
function take(
  { ctx, arrival, arrived }: IncomingArrival,
  changes: ChangeSet,
  working: WorkingSet,
  branches: readonly BranchRecord[],
  settings: VersionedSettings,
): TakenArrival {
  const place = () => {
    const placed = placeArrival(ctx, changes, working, arrival, branches);
    placed.draft.actor = ctx.actor;
    return placed;
  };
  return arrival.kind === "message"
    ? addMessageArrival(ctx, changes, working, { ...arrival, arrived }, place, { settings: settings.document, branches })
    : addActionArrival(ctx, changes, working, { ...arrival, arrived }, place);
}

/** Adds the changes of every contact that gained facts to the change set. */
async function changeDrafts(ctx: Context, changes: ChangeSet, working: WorkingSet, settings: VersionedSettings): Promise<Map<string, ContactRecord>> {
  const drafts = [...working.drafts.values()];
  const list = drafts.flatMap(({ before, contact, facts, actor }): ContactChange[] => {
    const last = facts.at(-1);
    if (!last) return [];
    return [{ before, draft: contact, facts, cause: { kind: last.type === "action" ? "action" : "message", ref: last.id }, actor }];
  });
  const changed = await changeContacts(ctx, changes, settings, list);
  return new Map(drafts.map(({ contact }) => [contact.id, changed.get(contact.id) ?? contact]));
}

function newMessages(taken: readonly StoredArrival[]): MessageWithReading[] {
  return taken.flatMap((one) => ("ok" in one && one.ok.kind === "message" && one.ok.isNew ? [one.ok.message] : []));
}

/** Conversations by id. That of a known message may belong to an identity outside the batch. */
async function conversationsOf(
  ctx: Context,
  changes: ChangeSet,
  working: WorkingSet,
  taken: readonly StoredArrival[],
): Promise<Map<string, ConversationRecord>> {
  const byId = new Map([...working.conversations.values()].map((row) => [row.id, changes.conversation(row.id) ?? row]));
  for (const one of taken) {
    if ("error" in one || one.ok.kind === "action" || byId.has(one.ok.message.conversationId)) continue;
    const conversation = await ctx.store.conversations.find(one.ok.message.conversationId);
    if (conversation) byId.set(conversation.id, conversation);
  }
  return byId;
}

function finish(
  taken: TakenArrival,
  contacts: ReadonlyMap<string, ContactRecord>,
  conversations: ReadonlyMap<string, ConversationRecord>,
  read: ReadonlyMap<string, Reading>,
): Ingested | RecordedAction {
  const contactId = taken.kind === "message" ? taken.message.contactId : taken.action.contactId;
  const contact = contacts.get(contactId) ?? fail("unavailable", "the contact is being changed; send the request again");
  if (taken.kind === "action") return { action: taken.action, contact, isNew: taken.isNew };
  const conversation =
    conversations.get(taken.message.conversationId) ?? fail("unavailable", "the conversation is being changed; send the request again");
  const { message, isNew } = taken;
  const reading = read.get(message.id) ?? message.reading;
  return { message: { ...message, reading, sentiment: reading.sentiment }, contact, conversation, isNew };
}

type StoredArrival = { ok: TakenArrival } | { error: CrmError };

function attempt(work: () => TakenArrival): StoredArrival {
  try {
    return { ok: work() };
  } catch (error) {
    if (error instanceof CrmError) return { error };
    throw error;
  }
}

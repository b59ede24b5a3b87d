import { CrmError, fail } from "#core/errors.ts";
import type { Ingested, RecordedAction } from "#core/model/inbound.ts";
import type { BranchRecord, Cause, ContactRecord, ConversationRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Pending } from "#core/ports/followup-store.ts";
import type { IngestQuery } from "#core/ports/store.ts";
import { type AnsweredRequest, commitAll } from "#core/usecases/commit.ts";
import { addressRows } from "#core/usecases/contacts/address-rows.ts";
import { deriveContact } from "#core/usecases/contacts/derive.ts";
import { foldContact, refoldFacts } from "#core/usecases/contacts/fold-contact.ts";
import { propose, type Touched } from "#core/usecases/proposals/propose.ts";
import type { Arrival } from "./arrival.ts";
import { type Kept, keepAction, keepMessage } from "./keep.ts";
import { placeArrival } from "./place-arrival.ts";
import { type Draft, WorkingSet } from "./working-set.ts";

/** One arrival and the request it came with: the request's idempotency key is kept with the arrival's effect. */
export type Ask = { ctx: Context; arrival: Arrival };
export type Outcome = { ok: Ingested | RecordedAction } | { error: CrmError };

/**
 * Takes a batch of arrivals in one commit: reads what all of them need in a few queries, folds in memory, writes set by
 * set. An arrival that cannot be taken fails alone. Throws StaleError when the batch must be read and decided again.
 */
export async function storeArrivals(ctx: Context, asks: readonly Ask[], settings: VersionedSettings): Promise<Outcome[]> {
  const working = new WorkingSet(await ctx.store.ingest.find(queryFor(asks)));
  const branches = asks.some(({ arrival }) => arrival.from?.branch !== undefined) ? await ctx.store.labels.branches() : [];
  const changes = new ChangeSet();

  const kept = asks.map(({ arrival }) => attempt(() => keep(ctx, changes, working, arrival, branches, settings)));
  const contacts = await derive(ctx, changes, working, settings);
  for (const identityId of working.touchedConversations) {
    const conversation = working.conversations.get(identityId);
    if (conversation) working.isStored(conversation) ? changes.put("conversations", conversation) : changes.insert("conversations", conversation);
  }
  const conversations = await conversationsOf(ctx, working, kept);
  const outcomes = kept.map((one) => ("error" in one ? one : { ok: finish(one.ok, contacts, conversations) }));
  const answered = asks.flatMap(({ ctx: request }, i): AnsweredRequest[] => {
    const outcome = outcomes[i];
    return outcome && "ok" in outcome ? [{ ctx: request, result: outcome.ok }] : [];
  });
  await commitAll(ctx.store, changes, answered);
  return outcomes;
}

function queryFor(asks: readonly Ask[]): IngestQuery {
  const query: IngestQuery = { identities: [], messages: [], actions: [], contactIds: [], addresses: [] };
  for (const { arrival } of asks) {
    if (arrival.identity) query.identities.push(arrival.identity);
    query.addresses.push(...arrival.addresses);
    const { externalId } = arrival.input;
    if (arrival.kind === "message" && externalId !== null) query.messages.push({ ...arrival.identity, externalId });
    if (arrival.kind === "action" && externalId !== null) query.actions.push(externalId);
    if (arrival.kind === "action" && arrival.input.contactId !== undefined) query.contactIds.push(arrival.input.contactId);
  }
  return query;
}

function keep(
  ctx: Context,
  changes: ChangeSet,
  working: WorkingSet,
  arrival: Arrival,
  branches: readonly BranchRecord[],
  settings: VersionedSettings,
): Kept {
  const place = () => placeArrival(ctx, changes, working, arrival, branches);
  return arrival.kind === "message"
    ? keepMessage(ctx, changes, working, arrival, place, settings.document)
    : keepAction(ctx, changes, working, arrival, place);
}

/** Folds and derives every contact that gained facts; contacts that need their past read it first. */
async function derive(ctx: Context, changes: ChangeSet, working: WorkingSet, settings: VersionedSettings): Promise<Map<string, ContactRecord>> {
  const contacts = new Map<string, ContactRecord>();
  const touched: Touched[] = [];
  const known = [...working.drafts].flatMap(([id, { before, facts }]) => (before && facts.length > 0 ? [id] : []));
  const pending = known.length === 0 ? new Map<string, Pending>() : await ctx.store.followUps.pendingOf(known);
  for (const [id, draft] of working.drafts) {
    if (draft.facts.length === 0) {
      contacts.set(id, draft.contact);
      continue;
    }
    const refolded = await fold(ctx, draft, settings);
    const last = draft.facts.at(-1);
    const cause: Cause = { kind: last?.type === "action" ? "action" : "message", ref: last?.id ?? null };
    changes.put("addresses", ...addressRows(draft.contact, draft.facts, draft.before?.state.details ?? {}));
    const after = deriveContact(ctx, changes, draft.before, draft.contact, refolded, settings, cause, pending.get(id));
    contacts.set(id, after);
    touched.push({ before: draft.before, after, facts: draft.facts });
  }
  await propose(ctx, changes, touched);
  return contacts;
}

async function fold(ctx: Context, { before, contact, facts }: Draft, settings: VersionedSettings) {
  if (!before) return { ...refoldFacts(contact.createdAt, [], facts, settings.document), replacesHits: false };
  return foldContact(ctx, before, facts, settings);
}

/** By id; those of messages seen before may belong to an identity that the batch did not ask for. */
async function conversationsOf(ctx: Context, working: WorkingSet, kept: readonly Attempt[]): Promise<Map<string, ConversationRecord>> {
  const byId = new Map([...working.conversations.values()].map((conversation) => [conversation.id, conversation]));
  for (const one of kept) {
    if ("error" in one || one.ok.kind === "action" || byId.has(one.ok.message.conversationId)) continue;
    const conversation = await ctx.store.conversations.find(one.ok.message.conversationId);
    if (conversation) byId.set(conversation.id, conversation);
  }
  return byId;
}

function finish(
  kept: Kept,
  contacts: ReadonlyMap<string, ContactRecord>,
  conversations: ReadonlyMap<string, ConversationRecord>,
): Ingested | RecordedAction {
  const contactId = kept.kind === "message" ? kept.message.contactId : kept.action.contactId;
  const contact = contacts.get(contactId) ?? fail("unavailable", "the contact is being changed; send the request again");
  if (kept.kind === "action") return { action: kept.action, contact, isNew: kept.isNew };
  const conversation =
    conversations.get(kept.message.conversationId) ?? fail("unavailable", "the conversation is being changed; send the request again");
  return { message: kept.message, contact, conversation, isNew: kept.isNew };
}

type Attempt = { ok: Kept } | { error: CrmError };

function attempt(work: () => Kept): Attempt {
  try {
    return { ok: work() };
  } catch (error) {
    if (error instanceof CrmError) return { error };
    throw error;
  }
}

import { fail, invalidField } from "#core/errors.ts";
import type { ConversationRecord } from "#core/model/conversation.ts";
import type { BranchRecord, IdentityKey, IdentityRecord } from "#core/model/records.ts";
import { channels } from "#core/model/vocabulary.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { linkTo } from "#core/rules/address/identity.ts";
import { sourceOfChannel } from "#core/rules/contact/row.ts";
import { newConversationState } from "#core/rules/conversations/derive.ts";
import { foldText } from "#core/rules/text/text.ts";
import { newContact } from "#core/usecases/contacts/new-contact.ts";
import type { Arrival } from "./arrival.ts";
import type { ArrivalDraft, WorkingSet } from "./working-set.ts";

/** The contact and identity of an arrival, and the branch that it names. */
export type Placed = { draft: ArrivalDraft; branchId: string | null };

/** The contact an arrival belongs to, by its identity or by the id it names; made if nobody is known. */
export function placeArrival(ctx: Context, changes: ChangeSet, working: WorkingSet, arrival: Arrival, branches: readonly BranchRecord[]): Placed {
  const branch = branchOf(arrival, branches);
  const draft = arrival.identity ? byIdentity(ctx, changes, working, arrival, arrival.identity) : byId(working, arrival);
  if (branch) changes.expectRows("branches", { id: branch.id }, "id", [branch.id]);
  if (branch && draft.contact.branchId === null) draft.contact = { ...draft.contact, branchId: branch.id };
  return { draft, branchId: branch?.id ?? null };
}

function branchOf({ from }: Arrival, branches: readonly BranchRecord[]): BranchRecord | undefined {
  const branchText = from?.branch;
  if (branchText === undefined) return undefined;
  const branch = branches.find(({ id, name }) => id === branchText || foldText(name) === foldText(branchText));
  if (!branch) throw invalidField("/from/branch", "is not a branch of this agent; send the id or the name of one from GET /v1/branches");
  return branch;
}

function byId(working: WorkingSet, arrival: Arrival): ArrivalDraft {
  const id = arrival.kind === "action" ? arrival.input.contactId : undefined;
  if (id === undefined) throw invalidField("/contactId", "or from is needed to say whose action this is");
  return working.drafts.get(id) ?? fail("not_found", `contact ${id} does not exist`);
}

function byIdentity(ctx: Context, changes: ChangeSet, working: WorkingSet, arrival: Arrival, key: IdentityKey): ArrivalDraft {
  const known = working.identity(key);
  if (known) return working.drafts.get(known.contactId) ?? fail("unavailable", "the contact is being changed; send the request again");

  const linked = linkTo(key, working.holdersOf(arrival.addresses));
  const draft = (linked === null ? undefined : working.drafts.get(linked)) ?? createDraft(ctx, working, arrival, key);
  const identity: IdentityRecord = {
    id: ctx.newId("idn"),
    agentId: ctx.store.agentId,
    contactId: draft.contact.id,
    ...key,
    username: arrival.from?.username ?? null,
    blockedAt: null,
    createdAt: ctx.now(),
  };
  const joined = new Set([...draft.contact.channels, key.channel]);
  draft.contact = { ...draft.contact, channels: channels.filter((channel) => joined.has(channel)) };
  changes.insert("identities", identity);
  working.addIdentity(identity);
  for (const address of arrival.addresses) working.addHolder(address, draft.contact.id, [identity]);
  return draft;
}

function createDraft(ctx: Context, working: WorkingSet, arrival: Arrival, key: IdentityKey): ArrivalDraft {
  const source = (arrival.kind === "message" ? arrival.input.source : undefined) ?? sourceOfChannel[key.channel];
  const sourceDetail = (arrival.kind === "message" ? arrival.input.sourceDetail : undefined) ?? null;
  const draft: ArrivalDraft = { before: null, contact: { ...newContact(ctx, source), sourceDetail }, facts: [] };
  working.drafts.set(draft.contact.id, draft);
  return draft;
}

/** `branchId`: the one that is named; `contactBranchId`: that of the contact. */
type Joining = { at: number; branchId: string | null; contactBranchId: string | null };

/** The one conversation of an identity, with the message counted. It belongs to the branch that was named first, from its beginning to that of its contact. */
export function joinConversation(
  ctx: Context,
  working: WorkingSet,
  identity: IdentityRecord,
  { at, branchId, contactBranchId }: Joining,
): ConversationRecord {
  const known = working.conversations.get(identity.id);
  const joined: ConversationRecord = known
    ? { ...known, messageCount: known.messageCount + 1, lastMessageAt: Math.max(known.lastMessageAt, at), branchId: known.branchId ?? branchId }
    : {
        id: ctx.newId("cnv"),
        agentId: ctx.store.agentId,
        contactId: identity.contactId,
        identityId: identity.id,
        channel: identity.channel,
        account: identity.account,
        branchId: branchId ?? contactBranchId,
        createdAt: ctx.now(),
        lastMessageAt: at,
        messageCount: 1,
        ...newConversationState,
      };
  working.conversations.set(identity.id, joined);
  working.touchedConversations.add(identity.id);
  return joined;
}

import { CrmError, fail } from "#core/errors.ts";
import type { ActionRecord } from "#core/model/records.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { linkTo } from "#core/rules/address/identity.ts";
import type { ActionArrival, MessageArrival } from "./arrival.ts";
import type { WorkingSet } from "./working-set.ts";

/**
 * A message with a known platform id is a repeat only in the same conversation and direction. Throws CrmError `conflict` at
 * `externalId` for a different message under that id, which would otherwise be lost silently.
 */
export function requireSameSender(working: WorkingSet, { input, identity: key }: MessageArrival, seen: MessageWithReading): void {
  const identity = working.identity(key);
  const conversation = identity && working.conversations.get(identity.id);
  if (conversation?.id === seen.conversationId && seen.direction === input.direction) return;
  refuse(`is the id of another message on this account, ${seen.id}, of another sender: ids of messages are unique on an account`, {
    messageId: seen.id,
    contactId: seen.contactId,
  });
}

/** The same of an action: its external id may be repeated for the contact that it was recorded for, and for nobody else. */
export function requireSameContact(working: WorkingSet, arrival: ActionArrival, seen: ActionRecord): void {
  if (contactOf(working, arrival) === seen.contactId) return;
  refuse(`is the id of another action, ${seen.id}, of another contact: ids of actions are unique`, { actionId: seen.id, contactId: seen.contactId });
}

/** The contact for whom the action would be recorded; null: a new one. */
function contactOf(working: WorkingSet, { input, identity, addresses }: ActionArrival): string | null {
  if (identity) return working.identity(identity)?.contactId ?? linkTo(identity, working.holdersOf(addresses));
  const { contactId = "" } = input;
  return working.drafts.has(contactId) ? contactId : fail("not_found", `contact ${contactId} does not exist`);
}

function refuse(detail: string, ids: Readonly<Record<string, string>>): never {
  throw new CrmError("conflict", `externalId ${detail}; send it with an id of its own`, { ...ids, errors: [{ pointer: "/externalId", detail }] });
}

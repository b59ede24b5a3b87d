import type { ConversationRecord } from "#core/model/conversation.ts";
import type { ContactRecord, HitRecord, IdentityRecord, MessageRecord, ReadingRecord } from "#core/model/records.ts";
import { emptyContact } from "#core/rules/contact/empty-contact.ts";
import { newConversationState } from "#core/rules/conversations/derive.ts";
import { currentRulesVersion } from "#core/rules/rules-version.ts";
import { reading } from "../people/said.ts";

/* Plausible rows of the agent `agt_test`; a test names only what it is about. */

const agentId = "agt_test";
const at = Date.UTC(2026, 0, 10, 9);

export function contactRow(id: string, given: Partial<ContactRecord> = {}): ContactRecord {
  return {
    ...emptyContact({ id, agentId, source: "telegram", createdAt: given.createdAt ?? at }),
    settingsVersion: 1,
    rulesVersion: currentRulesVersion,
    channels: ["telegram"],
    statusBecause: "recently started interacting",
    ...given,
  };
}

export function identityRow(id: string, contactId: string, given: Partial<IdentityRecord> = {}): IdentityRecord {
  return { id, agentId, contactId, channel: "telegram", account: "shop", externalId: id, username: null, blockedAt: null, createdAt: at, ...given };
}

export function conversationRow(id: string, contactId: string, identityId: string, given: Partial<ConversationRecord> = {}): ConversationRecord {
  const account = { channel: "telegram" as const, account: "shop" };
  return {
    id,
    agentId,
    contactId,
    identityId,
    ...account,
    branchId: null,
    createdAt: at,
    lastMessageAt: at,
    messageCount: 1,
    ...newConversationState,
    ...given,
  };
}

export function messageRow(id: string, contactId: string, given: Partial<MessageRecord> = {}): MessageRecord {
  return {
    id,
    agentId,
    contactId,
    conversationId: `cnv_of_${contactId}`,
    channel: "telegram",
    account: "shop",
    source: "telegram",
    externalId: id,
    direction: "inbound",
    author: "customer",
    purpose: null,
    text: "hello",
    media: [],
    sender: null,
    sentAt: at,
    receivedAt: at,
    history: false,
    sentiment: null,
    editedAt: null,
    forwarded: false,
    placeholder: false,
    quoted: null,
    ...given,
  };
}

/** That nothing was found. */
export const emptyReading = reading();

export function readingRow(messageId: string, contactId: string, given: Partial<ReadingRecord> = {}): ReadingRecord {
  return {
    messageId,
    agentId,
    contactId,
    analyst: "rules",
    version: "1",
    effective: true,
    reading: emptyReading,
    inContext: null,
    createdAt: at,
    ...given,
  };
}

export function hitRow(factId: string, contactId: string, signalId: string, given: Partial<HitRecord> = {}): HitRecord {
  return { signalId, signalVersion: 1, factId, agentId, contactId, at, points: 10, quote: "how much", counted: true, ...given };
}

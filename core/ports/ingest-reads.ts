import type { ConversationRecord } from "#core/model/conversation.ts";
import type { ActionRecord, AddressRecord, ContactRecord, IdentityKey, IdentityRecord, MessageRecord, ReadingRecord } from "#core/model/records.ts";

/** What a batch needs to know before it is decided, read in a few queries whatever the size of the batch. */
export type IngestQuery = {
  identities: IdentityKey[];
  /** Platform ids of messages that may have been seen before. */
  messages: IdentityKey[];
  /** External ids of actions that may have been seen before. */
  actions: string[];
  /** Contacts named by id. */
  contactIds: string[];
  /** Attested addresses: they link identities of one person. */
  addresses: { kind: "email" | "phone"; value: string }[];
};

export type IngestView = {
  identities: IdentityRecord[];
  conversations: ConversationRecord[];
  /** Stored messages with one of the platform ids asked for, and their effective readings. */
  messages: (MessageRecord & { reading: ReadingRecord["reading"] })[];
  actions: ActionRecord[];
  /** Verified holders of the addresses asked for, with all of their identities: a different one on the same account is a veto. */
  holders: { address: AddressRecord; identities: IdentityRecord[] }[];
  /** Of all the above, and those asked for by id. */
  contacts: ContactRecord[];
  /** Whether any message of the agent was ever taken back: only then are those that arrive looked up among them. */
  hasRetractions: boolean;
};

export interface IngestReads {
  find(query: IngestQuery): Promise<IngestView>;
  /** Those of the keyed hashes that stand for messages that were taken back. */
  retracted(hashes: readonly string[]): Promise<string[]>;
}

import type { ConsentRecord } from "#core/model/consent.ts";
import type { MergeRecord, ProposalKind, ProposalRecord, ProposalState } from "#core/model/merge.ts";
import type { AddressRecord, ContactRecord } from "#core/model/records.ts";
import type { Page, PageQuery } from "./store.ts";

/** The ledger of what people said about being written to. */
export interface ConsentStore {
  /** Oldest first. */
  ofContact(contactId: string): Promise<ConsentRecord[]>;
}

export interface MergeStore {
  find(id: string): Promise<MergeRecord | null>;
  /** The merge in force that made this id somebody else's; null: it is a contact, or nobody. */
  of(fromId: string): Promise<MergeRecord | null>;
  /** Merges in force into this contact, oldest first. */
  into(intoId: string): Promise<MergeRecord[]>;
  /** All merges that the contact had part in, also those undone, newest first. */
  history(contactId: string): Promise<MergeRecord[]>;
  /** How much there is of a contact in each table that a merge moves. */
  counts(contactId: string): Promise<Record<string, number>>;
  /** Ids of the contact's rows that do not go with an identity, and of its identities. */
  rowsOf(contactId: string): Promise<NonNullable<MergeRecord["moved"]>>;
}

export interface ProposalStore {
  find(id: string): Promise<ProposalRecord | null>;
  /** Newest first. */
  list(filter: { kind?: ProposalKind; state?: ProposalState; contactId?: string }, page: PageQuery): Promise<Page<ProposalRecord>>;
  /** Those with one of the keys, whatever their state. */
  withKeys(keys: readonly string[]): Promise<ProposalRecord[]>;
  /** Open ones that name one of the contacts. */
  openOf(contactIds: readonly string[]): Promise<ProposalRecord[]>;
  /** Addresses that are alike to one of these, each with its contact; at most `limit` for each. */
  alike(keys: readonly Pick<AddressRecord, "kind" | "likeKey">[], limit: number): Promise<{ address: AddressRecord; contact: ContactRecord }[]>;
  /** The next likeness keys, after the given one, that more than one contact has. */
  sharedKeys(after: Pick<AddressRecord, "kind" | "likeKey"> | null, limit: number): Promise<Pick<AddressRecord, "kind" | "likeKey">[]>;
}

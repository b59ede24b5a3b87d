import type { ConsentRecord } from "#core/model/people/consent.ts";
import type { ComparedPerson, MergeRecord, ProposalKind, ProposalRecord, ProposalState } from "#core/model/people/merge.ts";
import type { AddressRecord, ContactRecord } from "#core/model/records.ts";
import type { Page, PageQuery } from "./page.ts";

/** The consent ledger. */
export interface ConsentStore {
  /** Oldest first. */
  ofContact(contactId: string): Promise<ConsentRecord[]>;
  /** In the same order. */
  pageOfContact(contactId: string, page: PageQuery): Promise<Page<ConsentRecord>>;
}

/** Keyed hashes of what opted-out people who were deleted were known by. */
export interface SuppressionStore {
  /** Those of the hashes that are suppressed, and since when. */
  find(hashes: readonly string[]): Promise<{ hash: string; at: number }[]>;
}

export interface MergeStore {
  find(id: string): Promise<MergeRecord | null>;
  /** The merge in force that moved this id into another contact; null: the id is a contact or unknown. */
  of(fromId: string): Promise<MergeRecord | null>;
  /** Merges in force into this contact, oldest first. */
  into(intoId: string): Promise<MergeRecord[]>;
  /** All merges that the contact had part in, also those undone, newest first. */
  history(contactId: string): Promise<MergeRecord[]>;
  /** In the same order. */
  historyPage(contactId: string, page: PageQuery): Promise<Page<MergeRecord>>;
  /** Number of rows of a contact in each table that a merge moves. */
  counts(contactId: string): Promise<Record<string, number>>;
  /** Ids of the contact's rows that do not go with an identity, and of its identities. */
  rowsOf(contactId: string): Promise<NonNullable<MergeRecord["moved"]>>;
}

export type ProposalFilter = { kind?: ProposalKind | undefined; state?: ProposalState | undefined; contactId?: string | undefined };

export interface ProposalStore {
  find(id: string): Promise<ProposalRecord | null>;
  /** Newest first. */
  list(filter: ProposalFilter, page: PageQuery): Promise<Page<ProposalRecord>>;
  /** Those with one of the keys, whatever their state. */
  withKeys(keys: readonly string[]): Promise<ProposalRecord[]>;
  /** How many questions about messages have been asked since then (ms since 1970), whatever became of them. */
  questionsSince(at: number): Promise<number>;
  /** Open ones that name one of the contacts. */
  openOf(contactIds: readonly string[]): Promise<ProposalRecord[]>;
  /**
   * Contacts that have one of these addresses (`isSame`), or one that is alike, named by its place `at` in the list; at most
   * `limit` of either for each.
   */
  sharing(addresses: readonly AddressKey[], limit: number): Promise<Sharing[]>;
  /** All of it for each contact that there is. */
  people(contactIds: readonly string[]): Promise<ComparedPerson[]>;
  /**
   * Looks at the next `limit` contacts after the id `after`, in the order of ids, and gives those of their addresses that
   * somebody else has alike, at most `most`, all of a contact's or none. `last` is the id up to which it has looked; null:
   * there are no more. `looked`: how many contacts.
   */
  sharedAfter(after: string | null, limit: number, most: number): Promise<Shared>;
}

export type AddressKey = Pick<AddressRecord, "kind" | "value" | "likeKey">;
export type Shared = { addresses: AddressRecord[]; last: string | null; looked: number };
export type Sharing = { at: number; isSame: boolean; who: Pick<ContactRecord, "id" | "createdAt" | "nameKey"> };

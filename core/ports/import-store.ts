import type { ImportOutcome, ImportRecord, ImportRowRecord } from "#core/model/operations/import.ts";
import type { AddressRecord, IdentityRecord, NoteRecord } from "#core/model/records.ts";
import type { Page, PageQuery } from "./page.ts";

export interface ImportStore {
  find(id: string): Promise<ImportRecord | null>;
  /** Newest first. */
  list(page: PageQuery): Promise<Page<ImportRecord>>;
  /** The next rows after line `after`, in the order of the file. */
  scan(importId: string, after: number, limit: number): Promise<ImportRowRecord[]>;
  rows(importId: string, filter: { outcome?: ImportOutcome }, page: PageQuery): Promise<Page<ImportRowRecord>>;
  /** Uploads without progress since `before`: their process has died. */
  abandoned(before: number): Promise<ImportRecord[]>;
  /** Deletes at most `limit` rows of an import; returns how many there were. */
  eraseRows(importId: string, limit: number): Promise<number>;
  identitiesOf(contactIds: readonly string[]): Promise<IdentityRecord[]>;
  /** Unverified holders of the addresses: at most `limit` contacts of each. */
  declaredBy(addresses: readonly KnownAddress[], limit: number): Promise<(KnownAddress & { contactIds: string[] })[]>;
  /** Those of the notes that contacts have, word for word. */
  notesAmong(notes: readonly NoteText[]): Promise<NoteText[]>;
}

type KnownAddress = Pick<AddressRecord, "kind" | "value">;
export type NoteText = Pick<NoteRecord, "contactId" | "text">;

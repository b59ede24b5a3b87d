import type { ImportOutcome, ImportRecord, ImportRowRecord } from "#core/model/import.ts";
import type { Page, PageQuery } from "./store.ts";

export interface ImportStore {
  find(id: string): Promise<ImportRecord | null>;
  /** Newest first. */
  list(page: PageQuery): Promise<Page<ImportRecord>>;
  /** The next rows after line `after`, in the order of the file. */
  scan(importId: string, after: number, limit: number): Promise<ImportRowRecord[]>;
  rows(importId: string, filter: { outcome?: ImportOutcome }, page: PageQuery): Promise<Page<ImportRowRecord>>;
}

import type { BranchRecord, NoteRecord, TagRecord } from "#core/model/records.ts";
import type { Page, PageQuery } from "./page.ts";

/** What staff add to contacts. */
export interface LabelStore {
  tags(): Promise<TagRecord[]>;
  /** By name. */
  tagPage(page: PageQuery): Promise<Page<TagRecord>>;
  findTag(id: string): Promise<TagRecord | null>;
  tagByKey(nameKey: string): Promise<TagRecord | null>;
  /** Tags of each contact, in the order of their names. */
  tagsOf(contactIds: readonly string[]): Promise<Map<string, TagRecord[]>>;
  notes(contactId: string, page: PageQuery): Promise<Page<NoteRecord>>;
  notesOfConversation(conversationId: string, page: PageQuery): Promise<Page<NoteRecord>>;
  findNote(id: string): Promise<NoteRecord | null>;
  branches(): Promise<BranchRecord[]>;
  /** The branch of this folded name, and those whose folded names are not stored. */
  branchesNamed(nameKey: string): Promise<BranchRecord[]>;
  /** By name. */
  branchPage(page: PageQuery): Promise<Page<BranchRecord>>;
  findBranch(id: string): Promise<BranchRecord | null>;
}

import type { AuditRecord, PostKind, PostRecord, StaffRecord, WorkspaceRecord } from "#core/model/staff.ts";
import type { Page, PageQuery } from "./page.ts";

export interface StaffStore {
  /** Also those removed, by name. */
  list(page: PageQuery): Promise<Page<StaffRecord>>;
  find(id: string): Promise<StaffRecord | null>;
  /** Not removed ones alone. */
  bySlackUser(teamId: string, userId: string): Promise<StaffRecord | null>;
  byEmail(email: string): Promise<StaffRecord | null>;
}

export interface StaffChatStore {
  workspaces(): Promise<WorkspaceRecord[]>;
  /** Oldest first. */
  workspacePage(page: PageQuery): Promise<Page<WorkspaceRecord>>;
  findWorkspace(id: string): Promise<WorkspaceRecord | null>;
  post(kind: PostKind, subjectId: string, channelId: string): Promise<PostRecord | null>;
  postsOf(kind: PostKind, subjectId: string): Promise<PostRecord[]>;
  /** The post at this place, e.g. the one a thread hangs on. */
  postAt(channelId: string, ts: string): Promise<PostRecord | null>;
  /** All posts about the contacts and about those merged into them: written for them, or showing one of their records. */
  postsAbout(contactIds: readonly string[]): Promise<PostRecord[]>;
  /** Whether the effect of this call of the platform is committed. */
  isHandled(id: string): Promise<boolean>;
}

export interface AuditStore {
  /** Newest first. */
  list(filter: { actorId?: string; action?: string; subjectId?: string }, page: PageQuery): Promise<Page<AuditRecord>>;
}

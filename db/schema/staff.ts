import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { type AuditRecord, roles, staffStates } from "#core/model/staff.ts";
import { agentData } from "../data-policy.ts";
import { ofAgent } from "./agents.ts";

export const staff = sqliteTable(
  "staff",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    name: text().notNull(),
    email: text(),
    role: text({ enum: roles }).notNull(),
    state: text({ enum: staffStates }).notNull(),
    slackTeamId: text(),
    slackUserId: text(),
    createdBy: text().notNull(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (member) => [
    primaryKey({ columns: [member.agentId, member.id] }),
    uniqueIndex("staff_by_email").on(member.agentId, member.email).where(sql`email IS NOT NULL AND state <> 'removed'`),
    uniqueIndex("staff_by_slack_user")
      .on(member.agentId, member.slackTeamId, member.slackUserId)
      .where(sql`slack_user_id IS NOT NULL AND state <> 'removed'`),
  ],
);
export const staffPolicy = agentData;

export const workspaces = sqliteTable(
  "workspaces",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    teamId: text().notNull(),
    name: text().notNull(),
    botUserId: text().notNull(),
    channelId: text(),
    sealed: text(),
    digestAt: text(),
    brokenSince: integer(),
    brokenBecause: text(),
    createdBy: text().notNull(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (workspace) => [
    primaryKey({ columns: [workspace.agentId, workspace.id] }),
    uniqueIndex("workspaces_by_team").on(workspace.agentId, workspace.teamId),
    index("workspaces_of_team").on(workspace.teamId),
  ],
);
export const workspacesPolicy = agentData;

export const posts = sqliteTable(
  "posts",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    workspaceId: text().notNull(),
    kind: text().notNull(),
    subjectId: text().notNull(),
    contactId: text(),
    channelId: text().notNull(),
    ts: text(),
    shown: text(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (post) => [
    primaryKey({ columns: [post.agentId, post.id] }),
    uniqueIndex("posts_once").on(post.agentId, post.kind, post.subjectId, post.channelId),
    index("posts_by_place").on(post.agentId, post.channelId, post.ts),
    index("posts_by_contact").on(post.agentId, post.contactId).where(sql`contact_id IS NOT NULL`),
  ],
);
export const postsPolicy = {
  owner: "contact",
  contactColumns: ["contactId"],
  merge: "keep",
  unmerge: "keep",
  move: null,
  erase: "delete_posts",
  posts: [],
} as const;

export const audit = sqliteTable(
  "audit",
  {
    id: text().notNull(),
    agentId: ofAgent(),
    at: integer().notNull(),
    actorKind: text().$type<AuditRecord["actorKind"]>().notNull(),
    actorId: text().notNull(),
    action: text().notNull(),
    subjectId: text(),
    detail: text({ mode: "json" }).$type<AuditRecord["detail"]>().notNull(),
  },
  (entry) => [
    primaryKey({ columns: [entry.agentId, entry.id] }),
    index("audit_by_time").on(entry.agentId, entry.at, entry.id),
    index("audit_by_subject").on(entry.agentId, entry.subjectId, entry.at),
  ],
);
export const auditPolicy = agentData;

export const seen = sqliteTable("seen", { agentId: ofAgent(), id: text().notNull(), at: integer().notNull() }, (call) => [
  primaryKey({ columns: [call.agentId, call.id] }),
  index("seen_by_time").on(call.at),
]);
export const seenPolicy = agentData;

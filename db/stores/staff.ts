import type { AuditStore, StaffChatStore, StaffStore } from "#core/ports/staff-store.ts";
import { personIds, postIdsAbout } from "../changes/person.ts";
import { readPage } from "../lists/cursor.ts";
import { type RecordOrder, recordPage } from "../lists/record-page.ts";
import { join, sql } from "../sql.ts";
import { find, findOne, type Tenant } from "./tenant.ts";

export function staffStore(tenant: Tenant): StaffStore {
  return {
    list: (page) =>
      readPage(
        page,
        (after, limit) => {
          const later = after ? sql`(name, id) > (${after[0]}, ${after[1]})` : sql`true`;
          return find(tenant, "staff", sql`${later} ORDER BY name, id LIMIT ${limit}`);
        },
        (member) => [member.name, member.id],
      ),
    find: (id) => findOne(tenant, "staff", sql`id = ${id}`),
    bySlackUser: (teamId, userId) =>
      findOne(tenant, "staff", sql`slack_team_id = ${teamId} AND slack_user_id = ${userId} AND slack_user_id IS NOT NULL AND state <> 'removed'`),
    byEmail: (email) => findOne(tenant, "staff", sql`email = ${email} AND email IS NOT NULL AND state <> 'removed'`),
  };
}

const workspacesByTime: RecordOrder<"workspaces"> = { columns: ["created_at", "id"], positionOf: (workspace) => [workspace.createdAt, workspace.id] };

export function staffChatStore(tenant: Tenant): StaffChatStore {
  return {
    workspaces: () => find(tenant, "workspaces", sql`true ORDER BY created_at, id`),
    workspacePage: (page) => recordPage(tenant, "workspaces", workspacesByTime, page),
    findWorkspace: (id) => findOne(tenant, "workspaces", sql`id = ${id}`),
    post: (kind, subjectId, channelId) => findOne(tenant, "posts", sql`kind = ${kind} AND subject_id = ${subjectId} AND channel_id = ${channelId}`),
    postsOf: (kind, subjectId) => find(tenant, "posts", sql`kind = ${kind} AND subject_id = ${subjectId} ORDER BY created_at, id`),
    postAt: (channelId, ts) => findOne(tenant, "posts", sql`channel_id = ${channelId} AND ts = ${ts}`),
    postsAbout: (contactIds) => find(tenant, "posts", sql`id IN (${postIdsAbout(tenant.agentId, personIds(tenant.agentId, contactIds))})`),
    isHandled: async (id) => (await findOne(tenant, "seen", sql`id = ${id}`)) !== null,
  };
}

export function auditStore(tenant: Tenant): AuditStore {
  return {
    list: ({ actorId, action, subjectId }, page) =>
      readPage(
        page,
        (after, limit) => {
          const conditions = [
            sql`true`,
            ...(actorId ? [sql`actor_id = ${actorId}`] : []),
            ...(action ? [sql`action = ${action}`] : []),
            ...(subjectId ? [sql`subject_id = ${subjectId}`] : []),
            ...(after ? [sql`(at, id) < (${after[0]}, ${after[1]})`] : []),
          ];
          return find(tenant, "audit", sql`${join(conditions, " AND ")} ORDER BY at DESC, id DESC LIMIT ${limit}`);
        },
        (entry) => [entry.at, entry.id],
      ),
  };
}

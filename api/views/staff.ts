import { z } from "@hono/zod-openapi";
import { type AuditRecord, roles, type StaffRecord, staffStates, type WorkspaceRecord } from "#core/model/staff.ts";
import { iso, isoOrNull, Moment } from "./moment.ts";

export const StaffView = z
  .object({
    id: z.string().meta({ example: "stf_01kaw3v6h0abcdefghjkmnpqrs" }),
    name: z.string().meta({ example: "Maria Santos" }),
    email: z.string().nullable().meta({ description: "As in their Slack profile: it tells who they are there", example: "maria@example.com" }),
    role: z.enum(roles).meta({ description: "Each may do all that the ones before may: viewer, agent, manager, admin", example: "agent" }),
    state: z.enum(staffStates).meta({ description: "invited until Slack has told who they are", example: "active" }),
    slackTeamId: z.string().nullable().meta({ example: "T0123456789" }),
    slackUserId: z.string().nullable().meta({ example: "U0123456789" }),
    createdBy: z.string().meta({ example: "key_01kaw3v6h0abcdefghjkmnpqrs" }),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: "StaffMember", description: "Somebody who works for the business" });

export function toStaffView({ agentId: _, ...member }: StaffRecord): z.infer<typeof StaffView> {
  return { ...member, createdAt: iso(member.createdAt), updatedAt: iso(member.updatedAt) };
}

export const WorkspaceView = z
  .object({
    id: z.string().meta({ example: "wsp_01kaw3v6h0abcdefghjkmnpqrs" }),
    teamId: z.string().meta({ example: "T0123456789" }),
    name: z.string().meta({ example: "Seaside Hotel" }),
    channelId: z.string().nullable().meta({ description: "Where cards go; null: nowhere yet", example: "C0123456789" }),
    digestAt: z.string().nullable().meta({ description: "Local time of the daily digest; null: none", example: "08:30" }),
    origin: z.enum(["environment", "api"]).meta({ description: "Where its tokens come from; they are never shown", example: "api" }),
    brokenSince: Moment.nullable().meta({ description: "Since when Slack does not take its token; cards wait meanwhile" }),
    brokenBecause: z.string().nullable().meta({ description: "Slack's word for it", example: null }),
    createdBy: z.string().meta({ example: "key_01kaw3v6h0abcdefghjkmnpqrs" }),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: "Workspace", description: "A Slack workspace where your staff work" });

export function toWorkspaceView(workspace: WorkspaceRecord): z.infer<typeof WorkspaceView> {
  const { id, teamId, name, channelId, digestAt, sealed, brokenBecause, createdBy } = workspace;
  return {
    id,
    teamId,
    name,
    channelId,
    digestAt,
    origin: sealed === null ? "environment" : "api",
    brokenSince: isoOrNull(workspace.brokenSince),
    brokenBecause,
    createdBy,
    createdAt: iso(workspace.createdAt),
    updatedAt: iso(workspace.updatedAt),
  };
}

export const AuditView = z
  .object({
    id: z.string().meta({ example: "aud_01kaw3v6h0abcdefghjkmnpqrs" }),
    at: Moment,
    actor: z.object({
      kind: z.enum(["key", "staff", "channel", "system"]).meta({ example: "staff" }),
      id: z.string().meta({ example: "stf_01kaw3v6h0abcdefghjkmnpqrs" }),
    }),
    action: z.string().meta({ example: "followup.approve" }),
    subjectId: z.string().nullable().meta({ description: "What it was done to", example: "fup_01kaw3v6h0abcdefghjkmnpqrs" }),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).meta({ example: {} }),
  })
  .meta({ id: "AuditEntry", description: "What somebody did, without anybody's words" });

export function toAuditView({ id, at, actorKind, actorId, action, subjectId, detail }: AuditRecord): z.infer<typeof AuditView> {
  return { id, at: iso(at), actor: { kind: actorKind, id: actorId }, action, subjectId, detail };
}

import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { createKey, revokeKey } from "#core/usecases/keys.ts";
import { inviteStaff } from "#core/usecases/staff/invite.ts";
import { markWorkspace } from "#core/usecases/staff/mark-workspace.ts";
import { openFirstAdmin } from "#core/usecases/staff/open-first-admin.ts";
import { removeStaff } from "#core/usecases/staff/remove.ts";
import { updateStaff } from "#core/usecases/staff/update.ts";
import { disconnectWorkspace } from "#core/usecases/workspaces/disconnect-workspace.ts";
import { type AbsenceRace, page, type Work } from "./race.ts";

const mail = "ana@example.com";
/** An admin who can press buttons in the chat; gives the id. */
async function admin(ctx: Context, n: number): Promise<string> {
  const invited = await inviteStaff(ctx, { name: `Admin ${n}`, role: "admin", email: `admin${n}@example.com` });
  const active = { ...invited, state: "active" as const, slackTeamId: "T1", slackUserId: `U${n}` };
  await ctx.store.commit(new ChangeSet().put("staff", active));
  return active.id;
}
const admins = async (ctx: Context) =>
  (await ctx.store.staff.list(page)).data.filter(({ role, state }) => role === "admin" && state === "active").length > 0;
const asKey = (ctx: Context, id: string): Context => ({ ...ctx, actor: { kind: "key", id } });

/** Pairs of things done at once, each decided on something that was not there yet, or on how many there were. */
export const staffRaces: AbsenceRace[] = [
  {
    name: "the last two admins removed",
    prepare: async (ctx) => {
      const [a, b] = [await admin(ctx, 1), await admin(ctx, 2)];
      return [(mine) => removeStaff(mine, { id: a }), (mine) => removeStaff(mine, { id: b })];
    },
    refused: ["conflict"],
    left: admins,
    right: true,
  },
  {
    name: "one of the last two admins removed, the other made a viewer",
    prepare: async (ctx) => {
      const [a, b] = [await admin(ctx, 1), await admin(ctx, 2)];
      return [(mine) => removeStaff(mine, { id: a }), (mine) => updateStaff(mine, { id: b, role: "viewer" })];
    },
    refused: ["conflict"],
    left: admins,
    right: true,
  },
  {
    name: "one of the last two admins unlinked from Slack, the other removed",
    prepare: async (ctx) => {
      const [a, b] = [await admin(ctx, 1), await admin(ctx, 2)];
      return [(mine) => updateStaff(mine, { id: a, slackUserId: null }), (mine) => removeStaff(mine, { id: b })];
    },
    refused: ["conflict"],
    left: admins,
    right: true,
  },
  {
    name: "an admin removed and renamed",
    prepare: async (ctx) => {
      const [a] = [await admin(ctx, 1), await admin(ctx, 2)];
      return [(mine) => removeStaff(mine, { id: a ?? "" }), (mine) => updateStaff(mine, { id: a ?? "", name: "Other" })];
    },
    refused: ["conflict"],
    left: async (ctx) => (await ctx.store.staff.list(page)).data.filter(({ state }) => state === "active").length,
    right: 1,
  },
  {
    name: "two first admins",
    prepare: async () =>
      [1, 2].map((n) => (mine: Context) => openFirstAdmin(mine, { teamId: "T1", userId: "U1", name: `First ${n}`, email: null })) as [Work, Work],
    left: async (ctx) => (await ctx.store.staff.list(page)).data.length,
    right: 1,
  },
  {
    name: "one member of the staff invited twice",
    prepare: async () => [1, 2].map((n) => (mine: Context) => inviteStaff(mine, { name: `N ${n}`, role: "agent", email: mail })) as [Work, Work],
    refused: ["conflict"],
    left: async (ctx) => (await ctx.store.staff.list(page)).data.length,
    right: 1,
  },
  {
    name: "two admin keys that revoke each other",
    prepare: async (ctx) => {
      const [a, b] = [
        await createKey(ctx, { name: "a", scopes: ["admin"], hash: `${ctx.store.agentId}a` }),
        await createKey(ctx, { name: "b", scopes: ["admin"], hash: `${ctx.store.agentId}b` }),
      ];
      return [(mine) => revokeKey(asKey(mine, a.id), { id: b.id }), (mine) => revokeKey(asKey(mine, b.id), { id: a.id })];
    },
    refused: ["unauthorized"],
    left: async (ctx) => (await ctx.store.keys.list(page)).data.filter(({ revokedAt }) => revokedAt === null).length,
    right: 1,
  },
  {
    name: "a workspace disconnected while it is marked as broken",
    prepare: async (ctx) => {
      const common = { agentId: ctx.store.agentId, teamId: "T1", name: "Team", botUserId: "B1", channelId: null, digestAt: null, brokenSince: null };
      const workspace = { id: "wsp_1", ...common, brokenBecause: null, sealed: "sealed", createdBy: "test", createdAt: 1, updatedAt: 1 };
      await ctx.store.commit(new ChangeSet().insert("workspaces", workspace));
      return [(mine) => disconnectWorkspace(mine, { id: "wsp_1" }), (mine) => markWorkspace(mine, { id: "wsp_1", because: "token_revoked" })];
    },
    left: async (ctx) => (await ctx.store.staffChat.workspaces()).length,
    right: 0,
  },
];

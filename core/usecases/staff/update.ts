import { fail, invalidField } from "#core/errors.ts";
import type { Role, StaffRecord } from "#core/model/staff.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { requireAnotherAdmin } from "./last-admin.ts";
import { staffEmail } from "./member-fields.ts";
import { getStaff } from "./members.ts";
import { slackUserIn } from "./slack-user.ts";

/** `slackUserId` null: unlinks the Slack user; the member is then recognized by the e-mail address again. */
export type StaffChange = {
  id: string;
  name?: string | undefined;
  role?: Role | undefined;
  email?: string | null | undefined;
  slackUserId?: string | null | undefined;
  teamId?: string | undefined;
};

/** Changes the given fields. A new role applies from the next action on, also for cards that are already shown. */
export async function updateStaff(ctx: Context, { id, ...change }: StaffChange): Promise<StaffRecord> {
  return retrying(ctx, async () => {
    const found = await getStaff(ctx, { id });
    if (found.state === "removed") fail("conflict", "they were removed from the staff: invite them again", { id });
    const changes = new ChangeSet();
    const email = change.email === undefined ? found.email : staffEmail(change.email);
    const holder = email === null || email === found.email ? null : await ctx.store.staff.byEmail(email);
    if (holder) fail("conflict", `${holder.id} has this e-mail address`, { id: holder.id });
    const slack = await slackOf(ctx, found, change);
    const isAdmin = (change.role ?? found.role) === "admin" && slack.state === "active";
    if (!isAdmin) await requireAnotherAdmin(ctx, changes, found);
    if (email === null && slack.slackUserId === null) throw invalidField("/email", "is missing, and so is slackUserId: how would they be known?");
    const changed: StaffRecord = {
      ...found,
      ...slack,
      name: change.name?.trim() ?? found.name,
      role: change.role ?? found.role,
      email,
      updatedAt: ctx.now(),
    };
    return commit(ctx, changes.replace("staff", found, changed), changed);
  });
}

type Slack = Pick<StaffRecord, "slackTeamId" | "slackUserId" | "state">;

async function slackOf(ctx: Context, found: StaffRecord, { slackUserId, teamId }: Omit<StaffChange, "id">): Promise<Slack> {
  const { slackTeamId, slackUserId: held, state } = found;
  if (slackUserId === undefined || (slackUserId === held && (teamId ?? slackTeamId) === slackTeamId))
    return { slackTeamId, slackUserId: held, state };
  if (slackUserId === null) return { slackTeamId: null, slackUserId: null, state: "invited" };
  const user = await slackUserIn(ctx, { slackUserId, teamId });
  return { slackTeamId: user?.teamId ?? null, slackUserId, state: "active" };
}

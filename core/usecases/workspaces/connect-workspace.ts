import { fail, invalidField } from "#core/errors.ts";
import type { WorkspaceRecord } from "#core/model/staff.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { ChatCheck } from "#core/ports/chat.ts";
import type { Context } from "#core/ports/context.ts";
import type { Vault } from "#core/ports/vault.ts";
import { commit, retrying } from "#core/usecases/commit.ts";

export type NewWorkspace = {
  botToken: string;
  /** To be called over a socket, or over HTTP. */
  appToken?: string | undefined;
  signingSecret?: string | undefined;
  channelId?: string | undefined;
  digestAt?: string | undefined;
};

/**
 * Connects a Slack workspace where staff work; its tokens are kept encrypted and never shown again. Connecting one again gives it
 * new tokens: what could not be shown meanwhile comes.
 */
export async function connectWorkspace(ctx: Context, vault: Vault, chat: ChatCheck, input: NewWorkspace): Promise<WorkspaceRecord> {
  const { botToken, appToken, signingSecret, channelId, digestAt } = input;
  if (appToken === undefined && signingSecret === undefined)
    throw invalidField("/appToken", "is missing, and so is signingSecret: Slack could not call us");
  const identity = await chat.whose(botToken);
  const sealed = await vault.seal(JSON.stringify({ botToken, ...(appToken && { appToken }), ...(signingSecret && { signingSecret }) }));
  return retrying(ctx, async () => {
    const found = (await ctx.store.staffChat.workspaces()).find(({ teamId }) => teamId === identity.teamId);
    if (found?.sealed === null)
      fail("conflict", "this workspace is set up by the environment: change its tokens there and restart", { id: found.id });
    const now = ctx.now();
    const fresh = { id: ctx.newId("wsp"), agentId: ctx.store.agentId, createdBy: ctx.actor.id, createdAt: now };
    const workspace: WorkspaceRecord = {
      ...fresh,
      ...found,
      ...identity,
      sealed,
      channelId: channelId ?? found?.channelId ?? null,
      digestAt: digestAt ?? found?.digestAt ?? null,
      brokenSince: null,
      brokenBecause: null,
      updatedAt: now,
    };
    const changes = new ChangeSet();
    return commit(ctx, found ? changes.replace("workspaces", found, workspace) : changes.insert("workspaces", workspace), workspace);
  });
}

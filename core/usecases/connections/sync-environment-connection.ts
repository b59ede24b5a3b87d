import type { ChannelName } from "#core/model/vocabulary.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commitStep } from "#core/usecases/commit.ts";

/** The account whose credentials stand in the environment: there is a connection for it exactly while they do. */
export async function syncEnvironmentConnection(ctx: Context, channel: ChannelName, isSet: boolean): Promise<void> {
  const account = "default";
  const found = (await ctx.store.connections.list()).find((connection) => connection.channel === channel && connection.account === account);
  if (isSet && !found) {
    const { agentId } = ctx.store;
    const row = { id: ctx.newId("chn"), agentId, channel, account, sealed: null, createdBy: ctx.actor.id, createdAt: ctx.now() };
    await commitStep(ctx, new ChangeSet().insert("connections", row));
  }
  if (!isSet && found?.sealed === null) await commitStep(ctx, new ChangeSet().remove("connections", { id: found.id }));
}

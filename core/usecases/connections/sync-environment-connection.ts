import type { ConnectionRecord } from "#core/model/connection.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";

/** The account of a channel whose credentials the environment holds: makes its connection, or removes it when they are gone. */
export async function syncEnvironmentConnection(
  ctx: Context,
  { channel, via }: Pick<ConnectionRecord, "channel" | "via">,
  isSet: boolean,
): Promise<void> {
  const account = "default";
  await retrying(ctx, async () => {
    const found = (await ctx.store.connections.list()).find((connection) => connection.channel === channel && connection.account === account);
    const isOurs = found?.sealed === null && found.via === via;
    if (isSet && !found) {
      const { agentId } = ctx.store;
      const row = { id: ctx.newId("chn"), agentId, channel, account, via, sealed: null, createdBy: ctx.actor.id, createdAt: ctx.now() };
      await commitStep(ctx, new ChangeSet().insert("connections", row));
    }
    if (!isSet && isOurs) await commitStep(ctx, new ChangeSet().remove("connections", { id: found.id }));
  });
}

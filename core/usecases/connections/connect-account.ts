import { fail } from "#core/errors.ts";
import type { ConnectionRecord, FieldValues } from "#core/model/connection.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Vault } from "#core/ports/vault.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { isConnected } from "./connections.ts";

export type NewConnection = { channel: ChannelName; account: string; via: string | null; credentials: FieldValues };

/** Connects an account of a chat platform; its credentials are stored encrypted and never shown again. */
export async function connectAccount(ctx: Context, vault: Vault, input: NewConnection): Promise<ConnectionRecord> {
  const sealed = await vault.seal(JSON.stringify(input.credentials));
  return retrying(ctx, async () => {
    if (await isConnected(ctx, input))
      fail("conflict", `${input.channel} account ${input.account} is connected already: remove that connection first`);
    const connection: ConnectionRecord = {
      id: ctx.newId("chn"),
      agentId: ctx.store.agentId,
      channel: input.channel,
      account: input.account,
      via: input.via,
      sealed,
      createdBy: ctx.actor.id,
      createdAt: ctx.now(),
    };
    return commit(ctx, new ChangeSet().insert("connections", connection), connection);
  });
}

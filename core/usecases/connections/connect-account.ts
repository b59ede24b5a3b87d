import { fail } from "#core/errors.ts";
import { type ConnectionRecord, type FieldValues, lostCredentials } from "#core/model/connection.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Vault } from "#core/ports/vault.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { findAccount } from "./connections.ts";

export type NewConnection = { channel: ChannelName; account: string; via: string | null; credentials: FieldValues };

/**
 * Connects an account of a chat platform; its credentials are stored encrypted and never shown again. One whose credentials were
 * lost with the secret key is connected again under its id.
 */
export async function connectAccount(ctx: Context, vault: Vault, input: NewConnection): Promise<ConnectionRecord> {
  const sealed = await vault.seal(JSON.stringify(input.credentials));
  return retrying(ctx, async () => {
    const found = await findAccount(ctx, input);
    if (found && found.sealed !== lostCredentials)
      fail("conflict", `${input.channel} account ${input.account} is connected already: remove that connection first`);
    const connection: ConnectionRecord = {
      id: found?.id ?? ctx.newId("chn"),
      agentId: ctx.store.agentId,
      channel: input.channel,
      account: input.account,
      via: input.via,
      sealed,
      createdBy: ctx.actor.id,
      createdAt: ctx.now(),
    };
    const changes = new ChangeSet();
    return commit(ctx, found ? changes.replace("connections", found, connection) : changes.insert("connections", connection), connection);
  });
}

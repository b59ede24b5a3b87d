import type { ConnectionRecord } from "#core/model/connection.ts";
import type { Context } from "#core/ports/context.ts";

/** Is there a connection through which messages of this account can go out? */
export async function isConnected(ctx: Context, { channel, account }: Pick<ConnectionRecord, "channel" | "account">): Promise<boolean> {
  return (await ctx.store.connections.list()).some((connection) => connection.channel === channel && connection.account === account);
}

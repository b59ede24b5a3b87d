import type { ConnectionRecord } from "#core/model/connection.ts";
import type { Context } from "#core/ports/context.ts";

/** All of the agent's accounts on chat platforms, oldest first. */
export async function listConnections(ctx: Context): Promise<ConnectionRecord[]> {
  return ctx.store.connections.list();
}

/** Whether messages of this account can go out, in this process or another. */
export async function isConnected(ctx: Context, { channel, account }: Pick<ConnectionRecord, "channel" | "account">): Promise<boolean> {
  return (await listConnections(ctx)).some((connection) => connection.channel === channel && connection.account === account);
}

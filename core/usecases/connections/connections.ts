import type { ConnectionRecord } from "#core/model/connection.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";

type AccountKey = Pick<ConnectionRecord, "channel" | "account">;

/** The agent's accounts on chat platforms, oldest first. */
export async function listConnections(ctx: Context, page: PageQuery): Promise<Page<ConnectionRecord>> {
  return ctx.store.connections.page(page);
}

/** The connection of one account; null: it is not connected. */
export async function findAccount(ctx: Context, { channel, account }: AccountKey): Promise<ConnectionRecord | null> {
  const connections = await ctx.store.connections.list();
  return connections.find((each) => each.channel === channel && each.account === account) ?? null;
}

/** Whether messages of this account can go out, in this process or another. */
export async function isConnected(ctx: Context, account: AccountKey): Promise<boolean> {
  return (await findAccount(ctx, account)) !== null;
}

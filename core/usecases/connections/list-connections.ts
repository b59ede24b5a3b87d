import type { ConnectionRecord } from "#core/model/connection.ts";
import type { Context } from "#core/ports/context.ts";

/** All of the agent's accounts on chat platforms, oldest first. */
export async function listConnections(ctx: Context): Promise<ConnectionRecord[]> {
  return ctx.store.connections.list();
}

import type { KeyRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";

/** `hash` is the SHA-256 of the key, in hex: the key itself stays with the caller. */
export type NewKey = { name: string; scopes: string[]; hash: string };

export async function createKey(ctx: Context, { name, scopes, hash }: NewKey): Promise<KeyRecord> {
  return retrying(ctx, async () => {
    const key = { id: ctx.newId("key"), agentId: ctx.store.agentId, name, hash, scopes, createdAt: ctx.now(), revokedAt: null };
    return commit(ctx, new ChangeSet().insert("keys", key), key);
  });
}

import { fail } from "#core/errors.ts";
import type { KeyRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { getKey } from "./get-key.ts";

/** A key cannot revoke itself: whoever revokes keeps a way in. Revoking again changes nothing. */
export async function revokeKey(ctx: Context, { id }: { id: string }): Promise<KeyRecord> {
  if (ctx.actor.kind === "key" && ctx.actor.id === id) fail("conflict", "a key cannot revoke itself; use another admin key");
  return retrying(ctx, async () => {
    const held = await getKey(ctx, { id });
    if (held.revokedAt !== null) return held;
    const revoked = { ...held, revokedAt: ctx.now() };
    return commit(ctx, new ChangeSet().put("keys", revoked), revoked);
  });
}

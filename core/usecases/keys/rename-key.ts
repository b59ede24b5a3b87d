import type { KeyRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { getKey } from "./get-key.ts";

export async function renameKey(ctx: Context, { id, name }: { id: string; name: string }): Promise<KeyRecord> {
  return retrying(ctx, async () => {
    const key = { ...(await getKey(ctx, { id })), name };
    return commit(ctx, new ChangeSet().put("keys", key), key);
  });
}

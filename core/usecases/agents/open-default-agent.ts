import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { isSameSecret } from "#core/rules/same-secret.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { addAgent } from "./create-agent.ts";

/** The agent that exists from the first start on; its admin key may make others. */
export const defaultAgentId = "agt_default";
const adminKeyId = "key_admin";

/** Makes the default agent on the first start, and lets exactly the configured admin key in. */
export async function openDefaultAgent(ctx: Context, { keyHash }: { keyHash: string }): Promise<void> {
  return retrying(ctx, async () => {
    const held = await ctx.store.keys.find(adminKeyId);
    if (held && isSameSecret(held.hash, keyHash) && held.revokedAt === null) return;
    const changes = new ChangeSet();
    if (held) changes.put("keys", { ...held, hash: keyHash, revokedAt: null });
    else addAgent(ctx, changes, { id: defaultAgentId, name: "Default", createdAt: ctx.now() }, adminKeyId, keyHash, defaultSettings());
    return commit(ctx, changes, undefined, ctx.directory);
  });
}

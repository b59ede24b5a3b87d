import type { IdentityKey } from "#core/model/records.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { externalKey } from "#core/rules/address/identity.ts";

/**
 * Remembers that a message was taken back, so that it stays away when the platform repeats it. What is kept is a keyed hash of
 * the platform's id and says nothing about anybody; it outlives the contact, as suppressions do.
 */
export function rememberRetraction(ctx: Context, changes: ChangeSet, key: IdentityKey): void {
  changes.put("retractions", { agentId: ctx.store.agentId, hash: hashOf(ctx, key), at: ctx.now() });
}

/** Those of the messages, by `externalKey`, that were taken back. */
export async function retractedAmong(ctx: Context, keys: readonly IdentityKey[]): Promise<ReadonlySet<string>> {
  const byHash = new Map(keys.map((key) => [hashOf(ctx, key), externalKey(key)]));
  const found = await ctx.store.ingest.retracted([...byHash.keys()]);
  return new Set(found.flatMap((hash) => byHash.get(hash) ?? []));
}

function hashOf(ctx: Context, key: IdentityKey): string {
  return ctx.keyedHash(`message ${externalKey(key)}`);
}

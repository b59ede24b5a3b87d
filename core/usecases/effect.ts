import type { EffectType } from "#core/model/effect.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";

/** What a commit asks for: `cause` with the type makes the key, a second effect of one key is refused by the store. */
export type EffectRequest = { type: EffectType; cause: string; payload: Record<string, string>; startAfter?: number | null };

/** Asks for an effect in the commit that is its cause. The payload holds ids only; `startAfter` in ms since 1970. */
export function effect(ctx: Context, changes: ChangeSet, { type, cause, payload, startAfter = null }: EffectRequest): void {
  const createdAt = ctx.now();
  changes.insert("outbox", { id: ctx.newUuid(), agentId: ctx.store.agentId, type, key: `${type}:${cause}`, payload, startAfter, createdAt });
}

import { fail } from "#core/errors.ts";
import type { KeyRecord } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import type { Page, PageQuery } from "#core/ports/page.ts";
import { commit, retrying } from "./commit.ts";

export async function getKey(ctx: Context, { id }: { id: string }): Promise<KeyRecord> {
  return (await ctx.store.keys.find(id)) ?? fail("not_found", `key ${id} does not exist`);
}

/** Revoked ones too. */
export async function listKeys(ctx: Context, page: PageQuery): Promise<Page<KeyRecord>> {
  return ctx.store.keys.list(page);
}

/** `hash` is the SHA-256 of the key, in hex: the key itself stays with the caller. */
export type NewKey = { name: string; scopes: string[]; hash: string };

export async function createKey(ctx: Context, { name, scopes, hash }: NewKey): Promise<KeyRecord> {
  return retrying(ctx, async () => {
    const key = { id: ctx.newId("key"), agentId: ctx.store.agentId, name, hash, scopes, createdAt: ctx.now(), revokedAt: null };
    return commit(ctx, new ChangeSet().insert("keys", key), key);
  });
}

export async function renameKey(ctx: Context, { id, name }: { id: string; name: string }): Promise<KeyRecord> {
  return retrying(ctx, async () => {
    const held = await getKey(ctx, { id });
    const key = { ...held, name };
    return commit(ctx, new ChangeSet().replace("keys", held, key), key);
  });
}

/** A key cannot revoke itself: whoever revokes keeps a way in. Revoking again changes nothing. */
export async function revokeKey(ctx: Context, { id }: { id: string }): Promise<KeyRecord> {
  if (ctx.actor.kind === "key" && ctx.actor.id === id) fail("conflict", "a key cannot revoke itself; use another admin key");
  return retrying(ctx, async () => {
    const held = await getKey(ctx, { id });
    if (held.revokedAt !== null) return held;
    const revoked = { ...held, revokedAt: ctx.now() };
    const changes = new ChangeSet().replace("keys", held, revoked).remove("idempotency", { ownerId: id });
    return commit(ctx, await asLongAsValid(ctx, changes), revoked);
  });
}

/** Of two keys that revoke each other at once, the second is revoked itself by then: one of them stays. */
async function asLongAsValid(ctx: Context, changes: ChangeSet): Promise<ChangeSet> {
  const { kind, id } = ctx.actor;
  if (kind !== "key") return changes;
  if ((await getKey(ctx, { id })).revokedAt !== null) fail("unauthorized", "this key has just been revoked");
  return changes.expectRows("keys", { id, revokedAt: null }, "id", [id]);
}

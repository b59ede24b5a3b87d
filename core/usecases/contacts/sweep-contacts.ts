import type { Cause, ContactRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { retrying } from "#core/usecases/commit.ts";
import { deriveContact } from "./derive.ts";
import { factsOf, needsHistory, type Refolded, refoldFacts } from "./fold-contact.ts";

/** Contacts of one commit, between which others have their turn. Folding one from its facts again is more work. */
const dueChunk = 200;
const outdatedChunk = 20;

/**
 * Decides again for the contacts whose time has come, then for those that were decided under older settings, and for
 * nobody else; returns how many there were. At most `limit` in one call: what is left comes with the next.
 */
export async function sweepContacts(ctx: Context, { limit }: { limit: number }): Promise<number> {
  const due = await inChunks(ctx, limit, dueChunk, (chunk) => ctx.store.contacts.due(ctx.now(), chunk));
  const outdated = await inChunks(ctx, limit - due, outdatedChunk, (chunk, { version }) => ctx.store.contacts.outdated(version, chunk));
  return due + outdated;
}

type Read = (limit: number, settings: VersionedSettings) => Promise<ContactRecord[]>;

async function inChunks(ctx: Context, limit: number, chunk: number, read: Read): Promise<number> {
  let swept = 0;
  while (swept < limit) {
    const done = await retrying(ctx, () => sweepChunk(ctx, Math.min(chunk, limit - swept), read));
    swept += done;
    if (done < chunk) break;
  }
  return swept;
}

async function sweepChunk(ctx: Context, limit: number, read: Read): Promise<number> {
  const settings = await ctx.store.settings.current();
  const contacts = await read(limit, settings);
  if (contacts.length === 0) return 0;
  const changes = new ChangeSet();
  for (const contact of contacts) {
    const refolded = await refold(ctx, contact, settings);
    deriveContact(ctx, changes, contact, contact, refolded, settings, causeOf(contact, settings, ctx.now()));
  }
  await ctx.store.commit(changes);
  return contacts.length;
}

async function refold(ctx: Context, contact: ContactRecord, settings: VersionedSettings): Promise<Refolded> {
  if (!needsHistory(contact, [], settings)) return { state: contact.state, hits: [], replacesHits: false };
  return refoldFacts(contact.createdAt, factsOf(await ctx.store.contacts.facts(contact.id)), [], settings.document);
}

function causeOf({ reviewAt }: ContactRecord, settings: VersionedSettings, now: number): Cause {
  return reviewAt !== null && reviewAt <= now ? { kind: "time", ref: null } : { kind: "settings", ref: String(settings.version) };
}

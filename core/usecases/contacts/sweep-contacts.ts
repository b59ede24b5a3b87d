import type { Cause, ContactRecord } from "#core/model/records.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { nextChunk } from "#core/rules/chunk.ts";
import { currentRulesVersion } from "#core/rules/rules-version.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";
import { changeContacts } from "#core/usecases/contact-change/change-contacts.ts";
import type { ContactChange } from "#core/usecases/contact-change/contact-change.ts";
import { foldMany, withChangedHits } from "#core/usecases/contact-change/fold-many.ts";

/** Contacts of one commit, adjusted to the time a commit takes, so that other requests run in between. */
const chunk = { min: 20, first: 100, max: 1_000 };

/**
 * Decides again for contacts whose horizon has passed, then for those decided under older settings or rules. Handles at most
 * `limit` in one call and returns how many. Older settings are left to an operation that is applying a plan.
 */
export async function sweepContacts(ctx: Context, { limit }: { limit: number }): Promise<number> {
  const isApplying = await ctx.store.plans.isApplying();
  const isOurs = ({ settingsVersion }: ContactRecord, { version }: VersionedSettings) => !isApplying || settingsVersion >= version;
  const due = await inChunks(ctx, limit, async (size, settings) =>
    (await ctx.store.contacts.due(ctx.now(), size)).filter((contact) => isOurs(contact, settings)),
  );
  if (isApplying) return due;
  const outdated = await inChunks(ctx, limit - due, (size, { version }) => ctx.store.contacts.outdated(version, size));
  const upgraded = await inChunks(ctx, limit - due - outdated, (size) => ctx.store.contacts.ofOlderRules(currentRulesVersion, size));
  return due + outdated + upgraded;
}

type Read = (size: number, settings: VersionedSettings) => Promise<ContactRecord[]>;

async function inChunks(ctx: Context, limit: number, read: Read): Promise<number> {
  let swept = 0;
  for (let size = chunk.first; swept < limit; ) {
    const began = ctx.now();
    const chunkSize = Math.min(size, limit - swept);
    const done = await retrying(ctx, () => sweepChunk(ctx, chunkSize, read));
    swept += done;
    if (done < chunkSize) break;
    size = nextChunk(size, ctx.now() - began, chunk);
  }
  return swept;
}

async function sweepChunk(ctx: Context, size: number, read: Read): Promise<number> {
  const settings = await ctx.store.settings.current();
  const contacts = await read(size, settings);
  if (contacts.length === 0) return 0;
  const changes = new ChangeSet();
  const folded = await withChangedHits(ctx, await foldMany(ctx, contacts, settings));
  const list = contacts.flatMap((contact): ContactChange[] => {
    const refolded = folded.get(contact.id);
    return refolded ? [{ before: contact, draft: contact, refolded, cause: causeOf(contact, settings, ctx.now()) }] : [];
  });
  await changeContacts(ctx, changes, settings, list, { isShown: false });
  await commitStep(ctx, changes);
  return contacts.length;
}

function causeOf({ reviewAt, rulesVersion }: ContactRecord, settings: VersionedSettings, now: number): Cause {
  if (rulesVersion < currentRulesVersion) return { kind: "upgrade", ref: String(currentRulesVersion) };
  return reviewAt !== null && reviewAt <= now ? { kind: "time", ref: null } : { kind: "settings", ref: String(settings.version) };
}

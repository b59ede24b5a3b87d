import type { Cause } from "#core/model/records.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { retrying } from "#core/usecases/commit.ts";
import { deriveContact } from "./derive.ts";
import { factsOf, refoldFacts } from "./fold-contact.ts";

const chunk = 200;

/**
 * Decides again for the contacts whose time has come, and for nobody else; returns how many there were. At most `limit`
 * in one call: what is left is due still.
 */
export async function sweepContacts(ctx: Context, input: { limit: number }): Promise<number> {
  let swept = 0;
  while (swept < input.limit) {
    const done = await retrying(ctx, () => sweepChunk(ctx, Math.min(chunk, input.limit - swept)));
    swept += done;
    if (done < chunk) break;
  }
  return swept;
}

async function sweepChunk(ctx: Context, limit: number): Promise<number> {
  const settings = await ctx.store.settings.current();
  const due = await ctx.store.contacts.due(ctx.now(), limit);
  if (due.length === 0) return 0;
  const changes = new ChangeSet();
  const cause: Cause = { kind: "time", ref: null };
  for (const contact of due) {
    const isCurrent = contact.settingsVersion === settings.version;
    const refolded = isCurrent
      ? { state: contact.state, hits: [], replacesHits: false }
      : refoldFacts(contact.createdAt, factsOf(await ctx.store.contacts.facts(contact.id)), [], settings.document);
    deriveContact(ctx, changes, contact, contact, refolded, settings, cause);
  }
  await ctx.store.commit(changes);
  return due.length;
}

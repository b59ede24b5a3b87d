import type { Stage } from "#core/model/vocabulary.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { deriveContact } from "./derive.ts";
import { foldContact } from "./fold-contact.ts";

/** The stage of many contacts, set by the same hand: a fact for each, folded and decided like any other. */
export async function setStages(
  ctx: Context,
  changes: ChangeSet,
  { ids, stage, reason, by }: { ids: readonly string[]; stage: Stage; reason: string | null; by: string },
): Promise<void> {
  if (ids.length === 0) return;
  const settings = await ctx.store.settings.current();
  for (const contact of await ctx.store.contacts.findMany(ids)) {
    const fact = { type: "stage", id: ctx.newId("stg"), at: ctx.now(), stage } as const;
    changes.insert("stageChanges", { id: fact.id, agentId: ctx.store.agentId, contactId: contact.id, stage, reason, by, at: fact.at });
    deriveContact(ctx, changes, contact, contact, await foldContact(ctx, contact, [fact], settings), settings, { kind: "stage", ref: fact.id });
  }
}

import type { Stage } from "#core/model/vocabulary.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { changeContacts } from "#core/usecases/contact-change/change-contacts.ts";
import type { ContactChange } from "#core/usecases/contact-change/contact-change.ts";
import { newFactId } from "#core/usecases/fact-id.ts";

/** Sets the stage of many contacts for one actor: a fact for each, which is folded and decided like any other. */
export async function setStages(
  ctx: Context,
  changes: ChangeSet,
  { ids, stage, reason, by }: { ids: readonly string[]; stage: Stage; reason: string | null; by: string },
): Promise<void> {
  if (ids.length === 0) return;
  const settings = await ctx.store.settings.current();
  const contacts = await ctx.store.contacts.findMany(ids);
  const list = contacts.map((contact): ContactChange => {
    const fact = { type: "stage", id: newFactId(ctx, "stg", ctx.now()), at: ctx.now(), stage } as const;
    changes.insert("stageChanges", { id: fact.id, agentId: ctx.store.agentId, contactId: contact.id, stage, reason, by, at: fact.at });
    return { before: contact, draft: contact, facts: [fact], cause: { kind: "stage", ref: fact.id } };
  });
  await changeContacts(ctx, changes, settings, list, { isShown: false });
}

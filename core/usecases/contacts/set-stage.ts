import type { Stage } from "#core/model/vocabulary.ts";
import type { Context } from "#core/ports/context.ts";
import { reviseContact } from "#core/usecases/contact-change/revise-contact.ts";
import { newFactId } from "#core/usecases/fact-id.ts";
import { type TaggedContact, tagsOf } from "./tagged.ts";

/** Staff may set any stage, back too; it holds until later evidence moves it forward. */
export async function setContactStage(ctx: Context, input: { id: string; stage: Stage; reason: string | null }): Promise<TaggedContact> {
  const { id: contactId, stage, reason } = input;
  const tags = await tagsOf(ctx, contactId);
  return reviseContact(
    ctx,
    contactId,
    (_contact, changes) => {
      const fact = { type: "stage", id: newFactId(ctx, "stg", ctx.now()), at: ctx.now(), stage } as const;
      changes.insert("stageChanges", { id: fact.id, agentId: ctx.store.agentId, contactId, stage, reason, by: ctx.actor.id, at: fact.at });
      return { facts: [fact], cause: { kind: "stage", ref: fact.id } };
    },
    (contact) => ({ contact, tags }),
  );
}

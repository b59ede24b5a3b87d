import type { ContactRecord } from "#core/model/records.ts";
import type { Source } from "#core/model/vocabulary.ts";
import type { Context } from "#core/ports/context.ts";
import { emptyContact } from "#core/rules/contact/empty-contact.ts";

/** A new contact without facts. The derived columns get their values when it is committed with its facts. */
export function newContact(ctx: Context, source: Source): ContactRecord {
  return emptyContact({ id: ctx.newId("con"), agentId: ctx.store.agentId, source, createdAt: ctx.now() });
}

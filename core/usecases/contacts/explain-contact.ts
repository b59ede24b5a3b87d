import type { Context } from "#core/ports/context.ts";
import { type Explanation, explain } from "#core/rules/explain/explain.ts";
import { isStale, needsHistory, refoldFacts } from "#core/usecases/contact-change/fold-contact.ts";
import { factsUntil } from "./explain-score.ts";
import { requireContact } from "./get-contact.ts";

export type ContactExplanation = Explanation & { settingsVersion: number };

/**
 * Explains a contact's derived values. `asOf` (ms since 1970) uses the facts up to then, with the current settings and the
 * values that staff set by hand.
 */
export async function explainContact(ctx: Context, input: { id: string; asOf?: number | undefined }): Promise<ContactExplanation> {
  const contact = await requireContact(ctx, input.id);
  const settings = await ctx.store.settings.current();
  const stored = factsUntil(await ctx.store.contacts.facts(contact.id), input.asOf);
  const isCurrent = input.asOf === undefined && !(await needsHistory(ctx, contact, [], settings));
  const { state, hits, facts } = isCurrent
    ? { state: contact.state, hits: await ctx.store.contacts.hits(contact.id), facts: stored }
    : refoldFacts(contact.createdAt, { stored, isStale: isStale(contact) }, settings.document);
  const explanation = explain({ state, hits, facts, decreed: contact }, settings.document, input.asOf ?? ctx.now());
  return { ...explanation, settingsVersion: settings.version };
}

import type { ContactState } from "#core/model/contact-state.ts";
import { emptyState } from "#core/model/contact-state.ts";
import { compareFacts, type Fact } from "#core/model/fact.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Settings, VersionedSettings } from "#core/model/settings.ts";
import type { Hit } from "#core/model/signal.ts";
import type { Context } from "#core/ports/context.ts";
import type { StoredFacts } from "#core/ports/store.ts";
import { actionFact } from "#core/rules/fold/action.ts";
import { sameFold } from "#core/rules/fold/basis.ts";
import { canAppend, type Folded, foldAll, foldFacts } from "#core/rules/fold/fold.ts";
import { currentRulesVersion } from "#core/rules/rules-version.ts";
import { messageFact } from "#core/usecases/messages/message-rows.ts";

/**
 * `replacesHits`: the hits are all there are; else they come on top of those stored, without those `gone`. `replacesWaits`: the
 * same of waits.
 */
export type Refolded = Folded & { replacesHits: boolean; gone?: Pick<Hit, "factId" | "signalId">[]; replacesWaits: boolean };

/**
 * A contact whose new facts are all newer than what was folded, under settings that fold alike, needs nothing from its
 * past.
 */
export async function needsHistory(ctx: Context, contact: ContactRecord, facts: readonly Fact[], settings: VersionedSettings): Promise<boolean> {
  return !canAppend(contact.state, facts) || !(await isFoldedUnder(ctx, contact, settings));
}

/** Would folding the contact's facts again, by the rules of this program under these settings, give the state that is stored? */
export async function isFoldedUnder(
  ctx: Context,
  { settingsVersion, rulesVersion }: Pick<ContactRecord, "settingsVersion" | "rulesVersion">,
  { version, document }: { version: number | null; document: Settings },
): Promise<boolean> {
  if (rulesVersion !== currentRulesVersion) return false;
  if (settingsVersion === version) return true;
  const folded = await ctx.store.settings.find(settingsVersion);
  return folded !== null && sameFold(folded.document, document);
}

/** The state of a contact as its stored facts fold under these settings. */
export async function foldStored(ctx: Context, contact: ContactRecord, settings: VersionedSettings): Promise<ContactState> {
  if (await isFoldedUnder(ctx, contact, settings)) return contact.state;
  return refoldFacts(contact.createdAt, factsOf(await ctx.store.contacts.facts(contact.id)), [], settings.document).state;
}

export function appendFacts(contact: ContactRecord, facts: readonly Fact[], settings: Settings): Refolded {
  return { ...foldFacts(contact.state, [...facts].sort(compareFacts), settings), replacesHits: false, replacesWaits: false };
}

/** Folds from nothing: all that is stored, with `facts` added or put in place of the stored ones of the same id. */
export function refoldFacts(createdAt: number, stored: readonly Fact[], facts: readonly Fact[], settings: Settings): Refolded {
  const fresh = new Set(facts.map(({ id }) => id));
  const all = [...stored.filter(({ id }) => !fresh.has(id)), ...facts];
  return { ...foldAll(emptyState(createdAt), all, settings), replacesHits: true, replacesWaits: true };
}

/** Stored rows as the facts they are. */
export function factsOf(stored: StoredFacts): Fact[] {
  return [
    ...stored.messages.map(messageFact),
    ...stored.actions.map(actionFact),
    ...stored.adjustments.map(({ id, at, points, reason }): Fact => ({ type: "adjustment", id, at, points, reason })),
    ...stored.stageChanges.map(({ id, at, stage }): Fact => ({ type: "stage", id, at, stage })),
    ...stored.conversationDecisions.map(({ id, at, conversationId, decision }): Fact => ({ type: "conversation", id, at, conversationId, decision })),
    ...stored.consents.map(({ id, at, node, decision }): Fact => ({ type: "consent", id, at, node, decision })),
    ...stored.edits.map(({ id, at, field, value, provenance }): Fact => ({ type: "detail", id, at, field, value, provenance })),
  ];
}

import type { ContactState } from "#core/model/contact-state.ts";
import { emptyState } from "#core/model/contact-state.ts";
import { compareFacts, type Fact, type MessageFact } from "#core/model/fact.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Settings, VersionedSettings } from "#core/model/settings.ts";
import type { Hit } from "#core/model/signal.ts";
import type { Context } from "#core/ports/context.ts";
import type { StoredFacts } from "#core/ports/store.ts";
import { actionFact } from "#core/rules/fold/action.ts";
import { sameFold } from "#core/rules/fold/basis.ts";
import { canAppend, type Folded, foldAll, foldRead } from "#core/rules/fold/fold.ts";
import { dueAfter, everyMessage, type ReadFacts, readFacts } from "#core/rules/fold/read-facts.ts";
import { currentRulesVersion } from "#core/rules/rules-version.ts";
import { messageFact } from "#core/usecases/messages/message-rows.ts";

/**
 * `replacesHits`: the hits are all there are; else they come on top of those stored, without those `gone`. `replacesWaits`: the
 * same of waits. `read`: the messages that were read in context on the way; the others read as they are stored.
 */
export type Refolded = Folded & {
  read: readonly MessageFact[];
  replacesHits: boolean;
  gone?: Pick<Hit, "factId" | "signalId">[];
  replacesWaits: boolean;
};

/**
 * A contact whose new facts, read in context, are all newer than what was folded, under settings that fold alike, needs nothing from its
 * past.
 */
export async function needsHistory(ctx: Context, contact: ContactRecord, facts: readonly Fact[], settings: VersionedSettings): Promise<boolean> {
  return !canAppend(contact.state, facts) || !(await isFoldedUnder(ctx, contact, settings));
}

/** New facts of a contact in their order, read in context on top of its state. */
export function readNew({ state }: Pick<ContactRecord, "state">, facts: readonly Fact[]): ReadFacts {
  return readFacts(state, [...facts].sort(compareFacts), everyMessage);
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

/** True when the contact was folded, and its messages were read, by other rules than this program's. */
export function isStale({ rulesVersion }: Pick<ContactRecord, "rulesVersion">): boolean {
  return rulesVersion !== currentRulesVersion;
}

/** The state of a contact as its stored facts fold under these settings. */
export async function foldStored(ctx: Context, contact: ContactRecord, settings: VersionedSettings): Promise<ContactState> {
  if (await isFoldedUnder(ctx, contact, settings)) return contact.state;
  const stored = factsOf(await ctx.store.contacts.facts(contact.id));
  return refoldFacts(contact.createdAt, { stored, isStale: isStale(contact) }, settings.document).state;
}

export function appendFacts(contact: ContactRecord, read: ReadFacts, settings: Settings): Refolded {
  const messages = read.facts.filter((fact) => fact.type === "message");
  return { ...foldRead(contact.state, read, settings), read: messages, replacesHits: false, replacesWaits: false };
}

/**
 * What a contact's facts come to: `stored` are those that stay, read in context before, `facts` are added or put in place of the stored ones
 * of the same id, and `withdrawn` were there and are gone. `isStale`: the stored ones were read by other rules, and are read again.
 */
export type FactChange = { stored: readonly Fact[]; facts?: readonly Fact[]; withdrawn?: readonly Fact[]; isStale?: boolean };

/** Folds from nothing. */
export function refoldFacts(createdAt: number, { stored, facts = [], withdrawn = [], isStale = false }: FactChange, settings: Settings): Refolded {
  const fresh = new Set(facts.map(({ id }) => id));
  const all = [...stored.filter(({ id }) => !fresh.has(id)), ...facts].sort(compareFacts);
  // A message that is put in place of another may stand at another time, and what came after the old one is read again too.
  const gone = [...withdrawn, ...stored.filter(({ id }) => fresh.has(id))].filter((fact) => fact.type === "message");
  const isDue = isStale ? everyMessage : dueAfter(all, fresh, gone);
  const folded = foldAll(emptyState(createdAt), all, settings, isDue);
  const read = folded.facts.filter((fact) => fact.type === "message").filter(isDue);
  return { ...folded, read, replacesHits: true, replacesWaits: true };
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

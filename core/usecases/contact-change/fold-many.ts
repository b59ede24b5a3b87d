import { emptyState } from "#core/model/contact-state.ts";
import type { Turn, WaitChange } from "#core/model/conversation.ts";
import { compareFacts, type Fact } from "#core/model/fact.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Hit } from "#core/model/signal.ts";
import type { Context } from "#core/ports/context.ts";
import type { StoredFacts } from "#core/ports/store.ts";
import { revokedFacts } from "#core/rules/fold/conversions.ts";
import { foldRead } from "#core/rules/fold/fold.ts";
import { everyMessage, type IsDue, noMessage, type ReadFacts, readFacts, withTurns } from "#core/rules/fold/read-facts.ts";
import { yieldToEventLoop } from "#core/usecases/operations/yield-to-event-loop.ts";
import { factsOf, isFoldedUnder, isStale, type Refolded } from "./fold-contact.ts";

/** How many messages are read and how many facts folded before other requests run. */
const mostAtOnce = 1_000;

/** Settings; `version` null: a draft that is not stored. */
export type FoldSettings = { version: number | null; document: Settings };

/**
 * Each contact as its facts fold under the document: what is stored where that is the same, else folded again from facts
 * that are read for many at once. Whoever keeps the outcome guards it by the contacts' versions: facts may come meanwhile.
 */
export async function foldMany(ctx: Context, contacts: readonly ContactRecord[], settings: FoldSettings): Promise<Map<string, Refolded>> {
  const folded = new Map<string, Refolded>();
  const others: ContactRecord[] = [];
  const alike = new Map<string, boolean>();
  for (const contact of contacts) {
    const { id, state, settingsVersion, rulesVersion } = contact;
    const versions = `${settingsVersion} ${rulesVersion}`;
    const isFolded = alike.get(versions) ?? (await isFoldedUnder(ctx, contact, settings));
    alike.set(versions, isFolded);
    if (isFolded) folded.set(id, { state, hits: [], replacesHits: false, waits: [], replacesWaits: false, facts: [], read: [] });
    else others.push(contact);
  }
  for (const group of factGroups(others)) {
    const stored = await factsOfGroup(ctx, group);
    for (const { id, createdAt, rulesVersion } of group) {
      const facts = stored.get(id);
      if (!facts) continue;
      const refolded = await foldInSteps(ctx, createdAt, factsOf(facts), settings.document, isStale({ rulesVersion }) ? everyMessage : noMessage);
      // Settings tell neither who waits nor what words mean: under the same rules waits and readings are those that are stored.
      folded.set(id, isStale({ rulesVersion }) ? refolded : { ...refolded, waits: [], replacesWaits: false, facts: [] });
    }
    if (group.length < others.length) await yieldToEventLoop(ctx);
  }
  return folded;
}

/** Contacts in their order, as many together as have no more messages than are read at once; at least one. */
export function factGroups(contacts: readonly ContactRecord[]): ContactRecord[][] {
  const groups: ContactRecord[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const contact of contacts) {
    // A contact without messages counts as one, since its other facts are read too.
    const adds = 1 + contact.messageCount;
    if (size + adds > mostAtOnce) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(contact);
    size += adds;
  }
  return groups;
}

/** Reads the facts of one contact in several queries if there are very many. */
export async function factsOfGroup(ctx: Context, group: readonly ContactRecord[]): Promise<Map<string, StoredFacts>> {
  const [only, second] = group;
  if (only && !second) return new Map([[only.id, await ctx.store.contacts.facts(only.id)]]);
  return ctx.store.contacts.factsOfMany(group.map(({ id }) => id));
}

/** The same as `refoldRead`, but yields to other requests while it folds very many facts. */
async function foldInSteps(ctx: Context, createdAt: number, facts: readonly Fact[], settings: Settings, isDue: IsDue): Promise<Refolded> {
  const read = await readInSteps(ctx, createdAt, [...facts].sort(compareFacts), isDue);
  const ordered = read.facts;
  const revoked = revokedFacts(ordered);
  let state = emptyState(createdAt);
  const hits: Hit[] = [];
  const waits: WaitChange[] = [];
  for (let from = 0; from < ordered.length; from += mostAtOnce) {
    if (from > 0) await yieldToEventLoop(ctx);
    const next = foldRead(state, { facts: ordered.slice(from, from + mostAtOnce), turns: new Map() }, settings, revoked);
    state = next.state;
    for (const hit of next.hits) hits.push(hit);
    for (const wait of next.waits) waits.push(wait);
  }
  const messages = ordered.filter((fact) => fact.type === "message").filter(isDue);
  return { state: withTurns(state, read), hits, replacesHits: true, waits, replacesWaits: true, facts: ordered, read: messages };
}

/** The facts in their order, read in context, yielding to other requests. */
async function readInSteps(ctx: Context, createdAt: number, ordered: readonly Fact[], isDue: IsDue): Promise<ReadFacts> {
  let state = emptyState(createdAt);
  const facts: Fact[] = [];
  const turns = new Map<string, readonly Turn[]>();
  for (let from = 0; from < ordered.length; from += mostAtOnce) {
    if (from > 0) await yieldToEventLoop(ctx);
    const read = readFacts(state, ordered.slice(from, from + mostAtOnce), isDue);
    for (const fact of read.facts) facts.push(fact);
    for (const [id, last] of read.turns) turns.set(id, last);
    state = withTurns(state, read);
  }
  return { facts, turns };
}

/**
 * The same with the hits that differ from those stored, for who keeps them: a change of one signal leaves those of the
 * others alone, and writing them takes longer than reading. Guarded by the contacts' versions, as the facts are.
 */
export async function withChangedHits(ctx: Context, folded: ReadonlyMap<string, Refolded>): Promise<Map<string, Refolded>> {
  const settled = new Map(folded);
  const replacing = [...folded].filter(([, { replacesHits }]) => replacesHits);
  for (let from = 0, to = 0; from < replacing.length; from = to) {
    for (let hits = 0; to < replacing.length && (to === from || hits < mostAtOnce); to++) hits += 1 + (replacing[to]?.[1].hits.length ?? 0);
    const group = replacing.slice(from, to);
    const stored = Map.groupBy(await ctx.store.contacts.hitsOfMany(group.map(([id]) => id)), ({ contactId }) => contactId);
    for (const [id, refolded] of group) settled.set(id, { ...refolded, ...changedHits(stored.get(id) ?? [], refolded.hits), replacesHits: false });
    if (to < replacing.length) await yieldToEventLoop(ctx);
  }
  return settled;
}

function changedHits(stored: readonly Hit[], hits: readonly Hit[]): Pick<Refolded, "hits" | "gone"> {
  const known = new Map(stored.map((hit) => [keyOf(hit), hit]));
  const fresh = hits.filter((hit) => !isSameHit(known.get(keyOf(hit)), hit));
  const kept = new Set(hits.filter((hit) => isSameHit(known.get(keyOf(hit)), hit)).map(keyOf));
  return { hits: fresh, gone: stored.filter((hit) => !kept.has(keyOf(hit))).map(({ factId, signalId }) => ({ factId, signalId })) };
}

const keyOf = ({ factId, signalId }: Hit) => `${factId} ${signalId}`;

function isSameHit(a: Hit | undefined, b: Hit): boolean {
  return a?.signalVersion === b.signalVersion && a.at === b.at && a.points === b.points && a.quote === b.quote && a.counted === b.counted;
}

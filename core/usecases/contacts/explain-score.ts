import type { EndedWait, WaitRecord } from "#core/model/conversation.ts";
import type { Fact } from "#core/model/fact.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Hit } from "#core/model/signal.ts";
import type { Context } from "#core/ports/context.ts";
import type { StoredFacts } from "#core/ports/store.ts";
import { canonical } from "#core/rules/canonical.ts";
import { endedWaits } from "#core/rules/fold/waits.ts";
import { type Contribution, contributionsOf } from "#core/rules/score/contributions.ts";
import { readScore, type Score } from "#core/rules/score/score.ts";
import { utcDay } from "#core/rules/time.ts";
import { factsOf, isStale, needsHistory, type Refolded, refoldFacts } from "#core/usecases/contact-change/fold-contact.ts";
import { requireContact } from "./get-contact.ts";

/** Contributions and steps add up to `raw`. `verified`, if requested: whether a fold from all facts gives the stored state. */
export type ScoreExplanation = Score & { asOf: number; contributions: Contribution[]; verified?: boolean };

/**
 * Explains a contact's score line by line. `asOf` (ms since 1970) looks at the facts up to then, under today's settings;
 * `verify` folds everything from the facts again and compares state, hits, waits and score with what is stored.
 */
export async function explainScore(
  ctx: Context,
  input: { id: string; asOf?: number | undefined; verify?: boolean | undefined },
): Promise<ScoreExplanation> {
  const contact = await requireContact(ctx, input.id);
  const settings = await ctx.store.settings.current();
  const stored = { state: contact.state, hits: await ctx.store.contacts.hits(contact.id) };
  const asOf = input.asOf ?? ctx.now();
  const isCurrent = input.asOf === undefined && !(await needsHistory(ctx, contact, [], settings));
  if (isCurrent && !input.verify) return explain(stored, settings.document, asOf);

  const facts = factsUntil(await ctx.store.contacts.facts(contact.id), input.asOf);
  // To verify, the messages are read in context again too.
  const refolded = refoldFacts(contact.createdAt, { stored: facts, isStale: input.verify === true || isStale(contact) }, settings.document);
  const explanation = explain(refolded, settings.document, asOf);
  if (!input.verify) return explanation;
  const waits = await ctx.store.contacts.waits(contact.id);
  return { ...explanation, verified: agrees({ ...stored, waits }, refolded) };
}

/** The facts up to `asOf`; without it all of them. */
export function factsUntil(stored: StoredFacts, asOf: number | undefined): Fact[] {
  return factsOf(stored).filter(({ at }) => asOf === undefined || at <= asOf);
}

/** What a score is read from. */
type Scored = Pick<Refolded, "state" | "hits">;

function explain({ state, hits }: Scored, settings: Settings, asOf: number): ScoreExplanation {
  return { ...readScore(state.tallies, settings.scoring, utcDay(asOf)), asOf, contributions: contributionsOf(hits, settings, asOf) };
}

/** Compares as JSON with values in a fixed order: hits by fact and signal, waits by message, the state as it is stored. */
function agrees(stored: Scored & { waits: readonly WaitRecord[] }, refolded: Refolded): boolean {
  const isSameState = canonical(stored.state) === canonical(refolded.state) && sortedHits(stored.hits) === sortedHits(refolded.hits);
  return isSameState && sortedWaits(stored.waits) === sortedWaits(endedWaits(refolded.waits));
}

function sortedWaits(waits: readonly EndedWait[]): string {
  const rows = waits.map(({ conversationId, messageId, since, endedAt, endedBy, isFirst }) =>
    JSON.stringify([conversationId, messageId, since, endedAt, endedBy, isFirst]),
  );
  return rows.sort().join("\n");
}

function sortedHits(hits: readonly Hit[]): string {
  const rows = hits.map(({ signalId, signalVersion, factId, at, points, quote, counted }) =>
    JSON.stringify([factId, signalId, signalVersion, at, points, quote, counted]),
  );
  return rows.sort().join("\n");
}

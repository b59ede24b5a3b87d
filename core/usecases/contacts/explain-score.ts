import { fail } from "#core/errors.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Hit } from "#core/model/signal.ts";
import type { Context } from "#core/ports/context.ts";
import { micro, shareLeft } from "#core/rules/score/decay.ts";
import { readScore, type Score } from "#core/rules/score/score.ts";
import { compileSignals } from "#core/rules/signals/compile.ts";
import { utcDay } from "#core/rules/time.ts";
import { factsOf, type Refolded, refoldFacts } from "./fold-contact.ts";

/** One hit's share of the score: `value` = points × what decay leaves of them. */
export type Contribution = {
  signal: string;
  signalVersion: number;
  category: string;
  points: number;
  /** "none", or the arithmetic: "× 0.5 after 14 days". */
  decay: string;
  value: number;
  quote: string;
  /** The message, action or adjustment it was found in. */
  factId: string;
  /** Ms since 1970. */
  at: number;
};

/** Contributions and steps add up to `raw`; `verified` is there when asked for: does a fold from the facts agree? */
export type ScoreExplanation = Score & { asOf: number; contributions: Contribution[]; verified?: boolean };

/**
 * Explains a contact's score line by line. `asOf` (ms since 1970) looks at the facts up to then, under today's settings;
 * `verify` folds everything from the facts again and compares state, hits and score with what is stored.
 */
export async function explainScore(
  ctx: Context,
  input: { id: string; asOf?: number | undefined; verify?: boolean | undefined },
): Promise<ScoreExplanation> {
  const contact = (await ctx.store.contacts.find(input.id)) ?? fail("not_found", `contact ${input.id} does not exist`);
  const { document } = await ctx.store.settings.current();
  const stored: Refolded = { state: contact.state, hits: await ctx.store.contacts.hits(contact.id), replacesHits: true };
  const asOf = input.asOf ?? ctx.now();
  if (input.asOf === undefined && !input.verify) return explain(stored, document, asOf);

  const facts = factsOf(await ctx.store.contacts.facts(contact.id)).filter(({ at }) => input.asOf === undefined || at <= input.asOf);
  const refolded = refoldFacts(contact.createdAt, [], facts, document);
  const explanation = explain(refolded, document, asOf);
  return input.verify ? { ...explanation, verified: agrees(contact, stored, refolded) } : explanation;
}

function explain({ state, hits }: Refolded, settings: Settings, asOf: number): ScoreExplanation {
  const today = utcDay(asOf);
  const { byId } = compileSignals(settings);
  const contributions = hits.flatMap((hit): Contribution[] => {
    const signal = byId.get(hit.signalId);
    if (!signal || !hit.counted) return [];
    const age = Math.max(0, today - utcDay(hit.at));
    const left = shareLeft(signal.decay, age);
    return [
      {
        signal: hit.signalId,
        signalVersion: hit.signalVersion,
        category: signal.category,
        points: hit.points,
        decay: signal.decay === "none" ? "none" : `× ${left / micro} after ${age} days`,
        value: (hit.points * left) / micro,
        quote: hit.quote,
        factId: hit.factId,
        at: hit.at,
      },
    ];
  });
  return { ...readScore(state.tallies, settings.scoring, today), asOf, contributions };
}

/** Compared as text of values in a fixed order: hits by fact and signal, state as it is stored. */
function agrees(contact: ContactRecord, stored: Refolded, refolded: Refolded): boolean {
  return canonical(contact.state) === canonical(refolded.state) && sortedHits(stored.hits) === sortedHits(refolded.hits);
}

function sortedHits(hits: readonly Hit[]): string {
  const rows = hits.map(({ signalId, signalVersion, factId, at, points, quote, counted }) =>
    JSON.stringify([factId, signalId, signalVersion, at, points, quote, counted]),
  );
  return rows.sort().join("\n");
}

/** JSON with the keys of every object in order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

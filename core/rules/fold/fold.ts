import type { ContactState } from "#core/model/contact-state.ts";
import type { WaitChange } from "#core/model/conversation.ts";
import { compareFacts, type Fact } from "#core/model/fact.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Hit } from "#core/model/signal.ts";
import { withDetail } from "#core/rules/contact/details.ts";
import { setStage, stageAt } from "#core/rules/contact/stage.ts";
import { named } from "#core/rules/named.ts";
import { addHit, emptyTally } from "#core/rules/score/tally.ts";
import { compileSignals } from "#core/rules/signals/compile.ts";
import { hitsOf } from "#core/rules/signals/hits.ts";
import { foldAction } from "./action.ts";
import { withDecision } from "./conversation.ts";
import { revocationIn, revokedFacts } from "./conversions.ts";
import { foldMessage, intentsOf } from "./message.ts";
import { withQuestions } from "./questions.ts";
import { everyMessage, type IsDue, type ReadFacts, readFacts, withTurns } from "./read-facts.ts";
import { waitChange } from "./waits.ts";

/** `waits`: what the facts do to the waits of the conversations, in their order. `facts`: as they were read in context. */
export type Folded = { state: ContactState; hits: Hit[]; waits: WaitChange[]; facts: readonly Fact[] };

/**
 * Reads facts in context and folds them; all are newer than the state's cursor, in (at, id) order. The cost does not depend on what was
 * folded before. `revoked` names facts whose conversion does not count.
 */
export function foldFacts(start: ContactState, facts: readonly Fact[], settings: Settings, revoked?: ReadonlySet<string>): Folded {
  return foldRead(start, readFacts(start, facts, everyMessage), settings, revoked);
}

/** The same of facts that `readFacts` has read on top of the same state. */
export function foldRead(start: ContactState, read: ReadFacts, settings: Settings, revoked: ReadonlySet<string> = new Set()): Folded {
  let state = start;
  const hits: Hit[] = [];
  const waits: WaitChange[] = [];
  for (const fact of read.facts) {
    const before = state;
    state = withQuestions(advance(state, fact, settings, revoked.has(fact.id)), fact);
    const wait = waitChange(before, state, fact);
    if (wait) waits.push(wait);
    state = countHits(state, before, fact, settings, revoked.has(fact.id), hits);
  }
  return { state: withTurns(state, read), hits, waits, facts: read.facts };
}

/** Folds all effective facts of a contact from nothing, in any order given. `isDue`: the messages that are read in context; by default all. */
export function foldAll(empty: ContactState, facts: readonly Fact[], settings: Settings, isDue: IsDue = everyMessage): Folded {
  const read = readFacts(empty, [...facts].sort(compareFacts), isDue);
  return foldRead(empty, read, settings, revokedFacts(read.facts));
}

/** False when the facts, read in context, can only be folded by going through all of the contact's facts again. */
export function canAppend(state: ContactState, facts: readonly Fact[]): boolean {
  return facts.every((fact) => (state.cursor === null || compareFacts(state.cursor, fact) < 0) && revocationIn(fact) === null);
}

/** The state after one fact, without the tallies. */
function advance(state: ContactState, fact: Fact, settings: Settings, isRevoked: boolean): ContactState {
  const cursor = { at: fact.at, id: fact.id };
  const stage =
    state.cursor === null && state.stage.cycle === 1 && state.stage.stage === "inquiry"
      ? { ...state.stage, since: cursor }
      : stageAt(state.stage, state.conversions.last?.at ?? null, settings.stages, fact.at);
  const next: ContactState = { ...state, cursor, stage };
  switch (fact.type) {
    case "message":
      return foldMessage(next, fact, settings, isRevoked);
    case "action":
      return foldAction(next, fact, settings, isRevoked);
    case "stage":
      return { ...next, stage: setStage(next.stage, fact.stage, fact) };
    case "detail": {
      const candidate = { value: fact.value, provenance: fact.provenance, confidence: 1, at: fact.at, id: fact.id, quote: null };
      return { ...next, details: withDetail(next.details, fact.field, candidate) };
    }
    case "conversation":
      return { ...next, conversations: withDecision(next.conversations, fact) };
    case "consent":
      return { ...next, consents: { ...next.consents, [fact.node]: { at: fact.at, id: fact.id, decision: fact.decision } } };
    case "adjustment":
      return next;
  }
}

/** The hits of one fact. Intents depend on the context before the fact; a revoked conversion and spam earn no points. */
function countHits(state: ContactState, before: ContactState, fact: Fact, settings: Settings, isRevoked: boolean, hits: Hit[]): ContactState {
  const intents = intentsOf(fact, before.lastOutbound);
  if (isRevoked || intents.some(({ intent }) => intent === "spam")) return state;
  const signals = compileSignals(settings);
  const found = hitsOf(fact, intents, signals);
  if (found.length === 0) return state;
  const tallies = { ...state.tallies };
  for (const candidate of found) {
    const signal = signals.byId.get(candidate.signalId);
    if (!signal) continue;
    const { tally, counted } = addHit(named(tallies, signal.id) ?? emptyTally, signal, candidate.at, candidate.points);
    tallies[signal.id] = tally;
    hits.push({ ...candidate, counted });
  }
  return { ...state, tallies };
}

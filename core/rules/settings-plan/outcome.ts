import type { ContactState } from "#core/model/contact-state.ts";
import type { DerivedValues } from "#core/model/operations/plan.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import { judge } from "#core/rules/contact/decide.ts";
import { type DueFollowUp, dueFollowUps } from "#core/rules/followups/due-follow-ups.ts";
import { isSame } from "#core/rules/same.ts";
import { readScore } from "#core/rules/score/score.ts";
import { utcDay } from "#core/rules/time.ts";
import { becauseOf } from "./because.ts";
import { areSameValues, derivedValuesOf } from "./derived-values.ts";

/**
 * The planned values of one contact. `by`: the change of its score. `gained` and `lost`: signals that would newly count, or no
 * longer count.
 */
export type PlannedOutcome = {
  contactId: string;
  before: DerivedValues;
  after: DerivedValues;
  isChanged: boolean;
  by: number;
  because: string[];
  gained: string[];
  lost: string[];
  /** Triggers of follow-ups that would newly be due; `isAhead`: at a time after the plan's instant. */
  fires: { trigger: string; isAhead: boolean }[];
};

/** A contact's state as its facts fold under a document. */
export type Folding = { state: ContactState; document: Settings };

/**
 * Compares a contact under the present settings with the same contact under the draft, at one instant (ms since 1970).
 * `altered`: the signals of `alteredSignals`.
 */
export function outcomeOf(contact: ContactRecord, present: Folding, draft: Folding, altered: readonly string[], asOf: number): PlannedOutcome {
  const was = { ...present, judged: judge(present.state, contact, present.document, asOf) };
  const is = { ...draft, judged: judge(draft.state, contact, draft.document, asOf) };
  const [before, after] = [derivedValuesOf(was.judged), derivedValuesOf(is.judged)];
  const isChanged = !areSameValues(before, after);
  const counts = (side: Folding, id: string) => isCounting(side, id, utcDay(asOf));
  return {
    contactId: contact.id,
    before,
    after,
    isChanged,
    by: after.score - before.score,
    because: isChanged ? becauseOf(was, is, asOf) : [],
    gained: altered.filter((id) => counts(is, id) && !counts(was, id)),
    lost: altered.filter((id) => counts(was, id) && !counts(is, id)),
    fires: firesOf(contact, was, is, asOf),
  };
}

type JudgedFolding = Folding & { judged: ReturnType<typeof judge> };

function firesOf(contact: ContactRecord, was: JudgedFolding, is: JudgedFolding, asOf: number): PlannedOutcome["fires"] {
  const held = dueUnder(contact, was);
  return dueUnder(contact, is)
    .filter(({ trigger, dueAt }) => !held.some((known) => known.trigger === trigger && known.dueAt === dueAt))
    .map(({ trigger, dueAt }) => ({ trigger, isAhead: dueAt > asOf }));
}

function dueUnder({ id }: ContactRecord, { state, document, judged: { status, stage } }: JudgedFolding): DueFollowUp[] {
  const standing = { status: status.status, statusSince: status.since, stage: stage.stage, stageSince: stage.since.at };
  return dueFollowUps(id, state, standing, document.followUps);
}

/** Ids of the signals that differ between the documents; all others count in both or in neither. */
export function alteredSignals(a: Settings, b: Settings): string[] {
  const [before, after] = [a, b].map(({ scoring }) => new Map(scoring.signals.map((signal) => [signal.id, signal])));
  if (!before || !after) return [];
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => !isSame(before.get(id), after.get(id)));
}

/** True when the signal adds or subtracts points on that day. */
function isCounting({ state, document: { scoring } }: Folding, id: string, day: number): boolean {
  if (!Object.hasOwn(state.tallies, id)) return false;
  const signals = scoring.signals.filter((signal) => signal.id === id);
  return readScore(state.tallies, { ...scoring, signals, categories: {} }, day).raw !== 0;
}

import type { Moves, PlanSummary } from "#core/model/operations/plan.ts";
import { addToDigest, emptyDigest } from "./hash.ts";
import type { PlannedOutcome } from "./outcome.ts";

const mostMovers = 10;

export function emptySummary(): PlanSummary {
  return {
    contacts: 0,
    changed: 0,
    status: [],
    stage: [],
    grade: [],
    vip: { gained: 0, lost: 0 },
    atRisk: { gained: 0, lost: 0 },
    signals: [],
    triggers: [],
    movers: [],
    digest: emptyDigest,
  };
}

/** The summary with these outcomes in it; the order of outcomes and of calls does not matter. */
export function summed(summary: PlanSummary, outcomes: readonly PlannedOutcome[]): PlanSummary {
  const next = structuredClone(summary);
  next.contacts += outcomes.length;
  for (const outcome of outcomes) {
    for (const id of outcome.gained) signalIn(next, id).gained += 1;
    for (const id of outcome.lost) signalIn(next, id).lost += 1;
    for (const { trigger, isAhead } of outcome.fires) triggerIn(next, trigger)[isAhead ? "ahead" : "passed"] += 1;
    if (outcome.isChanged) addChange(next, outcome);
  }
  next.movers = [...next.movers, ...outcomes.filter(({ by }) => by !== 0).map(({ contactId, by }) => ({ contactId, by }))]
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by) || (a.contactId < b.contactId ? -1 : 1))
    .slice(0, mostMovers);
  next.triggers.sort((a, b) => (a.trigger < b.trigger ? -1 : 1));
  next.signals.sort((a, b) => (a.signalId < b.signalId ? -1 : 1));
  return next;
}

function addChange(summary: PlanSummary, outcome: PlannedOutcome): void {
  const { before, after } = outcome;
  summary.changed += 1;
  addMove(summary.status, before.status, after.status);
  addMove(summary.stage, before.stage, after.stage);
  addMove(summary.grade, before.grade, after.grade);
  addFlag(summary.vip, before.vip, after.vip);
  addFlag(summary.atRisk, before.atRisk, after.atRisk);
  summary.digest = addToDigest(summary.digest, outcome);
}

function addMove(moves: Moves, from: string, to: string): void {
  if (from === to) return;
  const held = moves.find((move) => move.from === from && move.to === to);
  if (held) held.count += 1;
  else moves.push({ from, to, count: 1 });
}

function addFlag(flag: PlanSummary["vip"], was: boolean, is: boolean): void {
  if (was !== is) flag[is ? "gained" : "lost"] += 1;
}

function triggerIn(summary: PlanSummary, trigger: string): PlanSummary["triggers"][number] {
  const held = summary.triggers.find((each) => each.trigger === trigger);
  if (held) return held;
  const fresh = { trigger, ahead: 0, passed: 0 };
  summary.triggers.push(fresh);
  return fresh;
}

function signalIn(summary: PlanSummary, signalId: string): PlanSummary["signals"][number] {
  const held = summary.signals.find((signal) => signal.signalId === signalId);
  if (held) return held;
  const fresh = { signalId, gained: 0, lost: 0 };
  summary.signals.push(fresh);
  return fresh;
}

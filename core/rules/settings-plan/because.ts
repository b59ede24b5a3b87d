import type { ContactState } from "#core/model/contact-state.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Judgement } from "#core/rules/contact/decide.ts";
import type { FlagDecision } from "#core/rules/contact/flags.ts";
import { readScore } from "#core/rules/score/score.ts";
import { utcDay } from "#core/rules/time.ts";

/** A contact under one document: the state to which its facts fold, and the values decided from it. */
export type FoldedSide = { state: ContactState; document: Settings; judged: Judgement };

/** Why a contact would change: a line for each field that does, and for each sum that moves the score. */
export function becauseOf(before: FoldedSide, after: FoldedSide, asOf: number): string[] {
  const [was, is] = [before.judged, after.judged];
  const level = (judged: Judgement) => judged.sentiment?.level ?? "none";
  return [
    ...moved("status", was.status.status, is.status.status, is.status.because),
    ...moved("stage", was.stage.stage, is.stage.stage, is.stage.because),
    ...moved("grade", was.score.grade, is.score.grade, gradeReason(is, after.document)),
    ...moved("score", was.score.score, is.score.score, `raw ${was.score.raw} → ${is.score.raw}`),
    ...(was.score.score === is.score.score ? [] : sumsThatDiffer(before, after, utcDay(asOf))),
    ...moved("sentiment", level(was), level(is), `weighed mean ${is.sentiment?.score ?? "none"}`),
    ...flag("VIP", was.vip, is.vip),
    ...flag("at risk", was.atRisk, is.atRisk),
  ];
}

/** The line without its quotes, which may be a customer's words. */
export function withoutQuotes(line: string): string {
  return line.replace(/“.*”/gs, "“…”");
}

function moved(what: string, from: string | number, to: string | number, because: string): string[] {
  return from === to ? [] : [`${what} ${from} → ${to}: ${because}`];
}

function gradeReason({ score: { score, grade } }: Judgement, { scoring }: Settings): string {
  return `score ${score}, ${grade === "F" ? `below ${scoring.grades.D}` : `${grade} from ${scoring.grades[grade]} on`}`;
}

function flag(name: string, was: FlagDecision, is: FlagDecision): string[] {
  if (was.value === is.value) return [];
  return [is.value ? `${name}: ${is.because ?? "yes"}` : `no longer ${name}: ${was.because ?? "yes"} no longer holds`];
}

function sumsThatDiffer(before: FoldedSide, after: FoldedSide, day: number): string[] {
  const [was, is] = [before, after].map((side) => new Map([...signalSums(side, day), ...categorySums(side)]));
  if (!was || !is) return [];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [from, to] = [was.get(name) ?? 0, is.get(name) ?? 0];
    return from === to ? [] : [`${name}: ${from} → ${to} points`];
  });
}

/** Points of each signal after its own cap. */
function signalSums({ state, document: { scoring } }: FoldedSide, day: number): [string, number][] {
  return scoring.signals
    .filter(({ id, enabled }) => enabled && Object.hasOwn(state.tallies, id))
    .map((signal) => [`signal ${signal.id}`, readScore(state.tallies, { ...scoring, signals: [signal], categories: {} }, day).raw]);
}

/** Points of each category after its cap and weight. */
function categorySums({ judged }: FoldedSide): [string, number][] {
  return judged.score.categories.map(({ category, value }) => [`category ${category}`, value]);
}

import type { ContactState } from "#core/model/contact-state.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Hit } from "#core/model/signal.ts";
import type { Grade } from "#core/model/vocabulary.ts";
import type { ContactDecision } from "#core/rules/contact/decide.ts";
import { type Contribution, contributionsOf } from "#core/rules/score/contributions.ts";
import { scoreReviewAt } from "#core/rules/score/horizon.ts";
import { utcDay } from "#core/rules/time.ts";
import type { Explained, Witnesses } from "./evidence.ts";

export function explainScoreOf(
  state: ContactState,
  hits: readonly Hit[],
  { score }: ContactDecision,
  settings: Settings,
  witnesses: Witnesses,
  now: number,
): Explained<number> & { grade: Grade } {
  const lines = contributionsOf(hits, settings, now);
  const steps = score.steps.map(({ label, value }) => `${label}: ${value}`);
  const { grade } = score;
  const threshold = grade === "F" ? `below ${settings.scoring.grades.D}` : `from ${settings.scoring.grades[grade]} on`;
  return {
    value: score.score,
    grade,
    rule: "score.sum",
    because: `${lines.length} ${lines.length === 1 ? "contribution" : "contributions"}; grade ${grade} is ${threshold}`,
    evidence: witnesses.of(...lines.map(({ factId: id, at, quote }) => ({ id, at, quote }))),
    arithmetic: [...lines.map(lineOf), ...steps, `raw ${score.raw}, rounded ${score.rounded}, within 0 to 100: ${score.score}`],
    reviewAt: scoreReviewAt(state, settings, utcDay(now)),
  };
}

function lineOf({ signal, signalVersion, points, decay, value }: Contribution): string {
  return `${signal}@${signalVersion}: ${decay === "none" ? points : `${points} ${decay} = ${value}`}`;
}

import type { DerivedValues } from "#core/model/operations/plan.ts";
import type { ContactRecord } from "#core/model/records.ts";
import type { Judgement } from "#core/rules/contact/decide.ts";

/** The values of a decision that a plan compares. */
export function derivedValuesOf({ status, stage, score, sentiment, vip, atRisk }: Judgement): DerivedValues {
  return {
    status: status.status,
    stage: stage.stage,
    score: score.score,
    grade: score.grade,
    sentimentLevel: sentiment?.level ?? null,
    vip: vip.value,
    atRisk: atRisk.value,
  };
}

/** The same values as they are stored in the contact's row. */
export function storedDerivedValues({ status, stage, score, grade, sentimentLevel, vip, atRisk }: ContactRecord): DerivedValues {
  return { status, stage, score, grade, sentimentLevel, vip, atRisk };
}

export function areSameValues(a: DerivedValues, b: DerivedValues): boolean {
  return (
    a.status === b.status &&
    a.stage === b.stage &&
    a.score === b.score &&
    a.grade === b.grade &&
    a.sentimentLevel === b.sentimentLevel &&
    a.vip === b.vip &&
    a.atRisk === b.atRisk
  );
}

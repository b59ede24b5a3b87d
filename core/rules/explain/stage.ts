import type { ContactState } from "#core/model/contact-state.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Stage } from "#core/model/vocabulary.ts";
import type { ContactDecision } from "#core/rules/contact/decide.ts";
import { stageReviewAt } from "#core/rules/contact/stage.ts";
import type { Explained, Witnesses } from "./evidence.ts";
import { age } from "./status.ts";

export function explainStage(
  { conversions }: ContactState,
  { stage }: ContactDecision,
  settings: Settings,
  witnesses: Witnesses,
  now: number,
): Explained<Stage> {
  const convertedAt = conversions.last?.at ?? null;
  const byTime = stage.since.id === "" && stage.stage === "follow_up";
  const follows = stage.stage === "in_progress" || byTime;
  const { followUpAfterDays } = settings.stages;
  const wait =
    convertedAt !== null && follows
      ? [`converted ${age(convertedAt, now)} days ago, follow-up from ${followUpAfterDays} on (followUpAfterDays)`]
      : [];
  const quote = /“(.*)”/s.exec(stage.because)?.[1];
  const [shown] = witnesses.of(byTime ? conversions.last : stage.since);
  // What is quoted may be the offer that the customer went on after.
  const isOwn = quote !== undefined && shown && witnesses.facts.some((fact) => fact.id === shown.factId && says(fact, quote));
  return {
    value: stage.stage,
    rule: `stage.${stage.stage}`,
    because: stage.because,
    evidence: shown ? [isOwn ? { ...shown, quote } : shown] : [],
    arithmetic: [`journey cycle ${stage.cycle}`, ...wait],
    reviewAt: stageReviewAt(stage, convertedAt, settings.stages),
  };
}

function says(fact: Witnesses["facts"][number], quote: string): boolean {
  return fact.type === "message" && fact.text.includes(quote);
}

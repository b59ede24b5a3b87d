import type { StageState } from "#core/model/contact-state.ts";
import type { FactKey } from "#core/model/fact.ts";
import type { Settings } from "#core/model/settings.ts";
import { type Stage, stages } from "#core/model/vocabulary.ts";
import { day } from "../time.ts";

type Policy = Settings["stages"];

function position(stage: Stage): number {
  return stages.indexOf(stage);
}

/** Moves forward on evidence; evidence for where the contact already is or was changes nothing. */
export function reachStage(current: StageState, stage: Stage, fact: FactKey, because: string): StageState {
  return position(stage) > position(current.stage) ? { ...current, stage, since: key(fact), because } : current;
}

/**
 * Evidence that somebody is about to buy, or has bought (`closing`, `in_progress`). At least a day after the follow-up
 * stage began it opens a new journey cycle; before that it belongs to the journey that has just ended.
 */
export function reachBuying(current: StageState, stage: "closing" | "in_progress", fact: FactKey, because: string, policy: Policy): StageState {
  if (current.stage !== "follow_up") return reachStage(current, stage, fact, because);
  if (fact.at < current.since.at + policy.newCycleAfterDays * day) return current;
  return { stage, since: key(fact), cycle: current.cycle + 1, because };
}

/** Staff may set any stage, back too; it holds until later evidence moves it forward. */
export function setStage(current: StageState, stage: Stage, fact: FactKey): StageState {
  return { ...current, stage, since: key(fact), because: "set by staff" };
}

/**
 * When time alone moves the stage: a conversion becomes follow-up after `followUpAfterDays`. Null: never, as for a stage
 * that staff set without a conversion or after that time, which holds until there is evidence.
 */
export function stageReviewAt(current: StageState, convertedAt: number | null, policy: Policy): number | null {
  if (current.stage !== "in_progress" || convertedAt === null) return null;
  const movesAt = convertedAt + policy.followUpAfterDays * day;
  return movesAt > current.since.at ? movesAt : null;
}

/** The stage as time has moved it by `now`; facts folded later see it so too. */
export function stageAt(current: StageState, convertedAt: number | null, policy: Policy, now: number): StageState {
  const movesAt = stageReviewAt(current, convertedAt, policy);
  if (movesAt === null || now < movesAt) return current;
  return { ...current, stage: "follow_up", since: { at: movesAt, id: "" }, because: `${policy.followUpAfterDays} days after the conversion` };
}

function key(fact: FactKey): FactKey {
  return { at: fact.at, id: fact.id };
}

import type { ContactState, StageState } from "#core/model/contact-state.ts";
import type { Settings } from "#core/model/settings.ts";
import { scoreReviewAt } from "../score/horizon.ts";
import { readScore, type Score } from "../score/score.ts";
import { earliest, utcDay } from "../time.ts";
import { type AtRiskDecision, decideAtRisk, decideVip, type FlagDecision } from "./flags.ts";
import { type ContactSentiment, readSentiment } from "./sentiment.ts";
import { stageAt, stageReviewAt } from "./stage.ts";
import { classifyStatus, type StatusDecision } from "./status.ts";

/** What people set on a contact and the rules respect. */
export type Decreed = { createdAt: number; vipOverride: boolean | null };

export type ContactDecision = {
  status: StatusDecision;
  stage: StageState;
  score: Score;
  sentiment: ContactSentiment | null;
  vip: FlagDecision;
  atRisk: AtRiskDecision;
  /** When time alone would next change any of this, ms since 1970; null: never. Early is allowed, late never. */
  reviewAt: number | null;
};

/** A decision without its horizon, which takes longer to find than all the rest. */
export type Judgement = Omit<ContactDecision, "reviewAt">;

/** Everything that is derived from a contact's state at one instant. */
export function judge(state: ContactState, decreed: Decreed, settings: Settings, now: number): Judgement {
  const convertedAt = state.conversions.last?.at ?? null;
  const status = classifyStatus(state, decreed.createdAt, settings.status, now);
  const stage = stageAt(state.stage, convertedAt, settings.stages, now);
  const score = readScore(state.tallies, settings.scoring, utcDay(now));
  const sentiment = readSentiment(state.sentiment, settings.sentiment);
  const vip = decideVip(state, decreed.vipOverride, settings.flags);
  const atRisk = decideAtRisk(state, decreed.createdAt, sentiment, settings, now);
  return { status, stage, score, sentiment, vip, atRisk };
}

/** As `judge`, and until when it holds. */
export function decide(state: ContactState, decreed: Decreed, settings: Settings, now: number): ContactDecision {
  const judged = judge(state, decreed, settings, now);
  const reviewAt = earliest(
    judged.status.reviewAt,
    stageReviewAt(judged.stage, state.conversions.last?.at ?? null, settings.stages),
    judged.vip.reviewAt,
    judged.atRisk.reviewAt,
    scoreReviewAt(state, settings, utcDay(now)),
  );
  return { ...judged, reviewAt };
}

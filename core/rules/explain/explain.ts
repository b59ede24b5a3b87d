import type { BookedFor } from "#core/model/agreed.ts";
import type { ContactState } from "#core/model/contact-state.ts";
import { compareFacts, type Fact } from "#core/model/fact.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Hit } from "#core/model/signal.ts";
import type { Grade, SentimentLevel, Stage, Status } from "#core/model/vocabulary.ts";
import { type Decreed, decide } from "../contact/decide.ts";
import type { LifetimeValue } from "../contact/lifetime-value.ts";
import { explainBooking, explainLifetimeValue } from "./agreed.ts";
import { type Explained, Witnesses } from "./evidence.ts";
import { explainAtRisk, explainVip } from "./flags.ts";
import { explainScoreOf } from "./score.ts";
import { explainSentiment } from "./sentiment.ts";
import { explainStage } from "./stage.ts";
import { explainStatus, silenceOf } from "./status.ts";

/** Every derived value with the same kind of evidence. Times in ms since 1970. */
export type Explanation = {
  asOf: number;
  status: Explained<Status>;
  stage: Explained<Stage>;
  score: Explained<number> & { grade: Grade };
  sentiment: Explained<SentimentLevel | null> & { score: number | null };
  vip: Explained<boolean>;
  atRisk: Explained<boolean>;
  bookedFor: Explained<BookedFor | null>;
  lifetimeValue: Explained<LifetimeValue | null>;
  /** When time alone next changes any of it; null: never. */
  reviewAt: number | null;
};

export type Explicable = { state: ContactState; hits: readonly Hit[]; facts: readonly Fact[]; decreed: Decreed };

/** Decides at one instant and says why. `facts` are those that were folded into the state. */
export function explain({ state, hits, facts, decreed }: Explicable, settings: Settings, asOf: number): Explanation {
  const decision = decide(state, decreed, settings, asOf);
  const witnesses = new Witnesses([...facts].sort(compareFacts));
  const silence = silenceOf(state, decreed.createdAt, witnesses, asOf);
  const score = explainScoreOf(state, hits, decision, settings, witnesses, asOf);
  return {
    asOf,
    status: explainStatus(state, decision, settings, silence, witnesses, asOf),
    stage: explainStage(state, decision, settings, witnesses, asOf),
    score,
    sentiment: explainSentiment(state, decision, settings, witnesses),
    vip: explainVip(state, decision, decreed, settings, witnesses),
    atRisk: explainAtRisk(state, decision, settings, silence, witnesses, asOf),
    bookedFor: explainBooking(state, settings, witnesses),
    lifetimeValue: explainLifetimeValue(state, settings, witnesses),
    reviewAt: decision.reviewAt,
  };
}

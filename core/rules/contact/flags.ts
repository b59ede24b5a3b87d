import type { ContactState } from "#core/model/contact-state.ts";
import type { Settings } from "#core/model/settings.ts";
import type { SentimentLevel } from "#core/model/vocabulary.ts";
import { day } from "../time.ts";
import { lifetimeValueOf, shownAmount } from "./lifetime-value.ts";
import type { ContactSentiment } from "./sentiment.ts";
import { silenceStart } from "./status.ts";

/** A flag with its reason; `reviewAt` is when time alone would change it, ms since 1970. */
export type FlagDecision = { value: boolean; because: string | null; reviewAt: number | null };

/** Set by staff, or enough conversions that stand, or what those were worth (product.md §2). */
export function decideVip(state: ContactState, override: boolean | null, policy: Settings["flags"]): FlagDecision {
  if (override !== null) return { value: override, because: override ? "set by staff" : null, reviewAt: null };
  const { count } = state.conversions;
  if (count >= policy.vipConversions) return { value: true, because: `${count} ${count === 1 ? "conversion" : "conversions"}`, reviewAt: null };
  const spent = lifetimeValueOf(state);
  if (spent && policy.vipLifetimeValue !== null && spent.amount >= policy.vipLifetimeValue)
    return { value: true, because: `lifetime value ${shownAmount(spent)}`, reviewAt: null };
  return { value: false, because: null, reviewAt: null };
}

/** With the rule that says so. */
export type AtRiskDecision = FlagDecision & { rule: "sentiment" | "complaint" | "silence" | "none" };

/**
 * Anybody who is unhappy or has complained within `atRiskDays`, and a customer who has been silent for half of
 * `churnedAfterDays`, until they have churned (product.md §2).
 */
export function decideAtRisk(
  state: ContactState,
  createdAt: number,
  sentiment: Pick<ContactSentiment, "level"> | null,
  settings: Settings,
  now: number,
): AtRiskDecision {
  const { churnedAfterDays } = settings.status;
  const unhappyUntil = sentiment && isUnhappy(sentiment.level) ? unhappyEnd(state, settings.flags) : null;
  if (sentiment && unhappyUntil !== null && now < unhappyUntil)
    return { value: true, rule: "sentiment", because: `sentiment is ${sentiment.level.replace("_", " ")}`, reviewAt: unhappyUntil };

  const calmAt = state.complaint ? state.complaint.at + settings.flags.atRiskDays * day : null;
  if (state.complaint && calmAt !== null && now < calmAt)
    return { value: true, rule: "complaint", because: `${state.complaint.intent}: “${state.complaint.quote}”`, reviewAt: calmAt };

  if (!state.conversions.last) return { value: false, rule: "none", because: null, reviewAt: null };
  const quietSince = silenceStart(state, createdAt);
  const [quietAt, churnsAt] = [quietSince + (churnedAfterDays / 2) * day, quietSince + churnedAfterDays * day];
  if (now < quietAt) return { value: false, rule: "none", because: null, reviewAt: quietAt };
  if (now < churnsAt) return { value: true, rule: "silence", because: `silent for ${churnedAfterDays / 2} days`, reviewAt: churnsAt };
  return { value: false, rule: "none", because: null, reviewAt: null };
}

const isUnhappy = (level: SentimentLevel): boolean => level === "negative" || level === "very_negative";

/** The tone is kept by day: the midnight on which its newest day is `atRiskDays` old. */
function unhappyEnd({ sentiment }: ContactState, { atRiskDays }: Settings["flags"]): number | null {
  const newest = sentiment.at(-1)?.[0];
  return newest === undefined ? null : (newest + atRiskDays) * day;
}

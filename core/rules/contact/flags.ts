import type { ContactState } from "#core/model/contact-state.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Grade, SentimentLevel, Status } from "#core/model/vocabulary.ts";
import { day } from "../time.ts";
import { silenceStart } from "./status.ts";

/** A flag with its reason; `reviewAt` is when time alone would change it, ms since 1970. */
export type FlagDecision = { value: boolean; because: string | null; reviewAt: number | null };

/** Set by staff, or enough conversions, or the best grade and converted (product.md §2). */
export function decideVip(state: ContactState, override: boolean | null, grade: Grade, status: Status, policy: Settings["flags"]): FlagDecision {
  if (override !== null) return { value: override, because: override ? "set by staff" : null, reviewAt: null };
  if (state.conversions.count >= policy.vipConversions) return { value: true, because: `${state.conversions.count} conversions`, reviewAt: null };
  if (grade === "A" && status === "converted") return { value: true, because: "grade A and converted", reviewAt: null };
  return { value: false, because: null, reviewAt: null };
}

/**
 * A converted or qualified contact who is unhappy or goes silent (product.md §2). Status, and with it the end of being
 * at risk, is reviewed by the status rule.
 */
export function decideAtRisk(
  state: ContactState,
  createdAt: number,
  status: Status,
  sentiment: SentimentLevel | null,
  settings: Settings,
  now: number,
): FlagDecision {
  if (status !== "converted" && status !== "qualified") return { value: false, because: null, reviewAt: null };
  if (sentiment === "negative" || sentiment === "very_negative")
    return { value: true, because: `sentiment is ${sentiment.replace("_", " ")}`, reviewAt: null };

  const quietAt = silenceStart(state, createdAt) + (settings.status.churnedAfterDays / 2) * day;
  const calmAt = state.complaint ? state.complaint.at + settings.flags.atRiskDays * day : null;
  if (state.complaint && calmAt !== null && now < calmAt) {
    return { value: true, because: `${state.complaint.intent}: “${state.complaint.quote}”`, reviewAt: calmAt };
  }
  if (now >= quietAt) return { value: true, because: `silent for ${settings.status.churnedAfterDays / 2} days`, reviewAt: null };
  return { value: false, because: null, reviewAt: quietAt };
}

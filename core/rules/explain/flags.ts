import type { ContactState } from "#core/model/contact-state.ts";
import type { Settings } from "#core/model/settings.ts";
import type { ContactDecision, Decreed } from "#core/rules/contact/decide.ts";
import { conversionIn, revokedFacts } from "#core/rules/fold/conversions.ts";
import { earliest } from "#core/rules/time.ts";
import type { Explained, Witnesses } from "./evidence.ts";
import { strongestTones } from "./sentiment.ts";
import { age, type Silence } from "./status.ts";

/** The newest conversions that are shown. */
const maxShown = 5;

export function explainVip(
  state: ContactState,
  { vip, status, score }: ContactDecision,
  { vipOverride }: Decreed,
  settings: Settings,
  witnesses: Witnesses,
  scoreReviewAt: number | null,
): Explained<boolean> {
  const { vipConversions } = settings.flags;
  const { count } = state.conversions;
  const isCounted = count >= vipConversions;
  const rule = vipOverride !== null ? "staff" : isCounted ? "conversions" : vip.value ? "grade" : "none";
  const revoked = revokedFacts(witnesses.facts);
  const conversions = witnesses.facts.filter((fact) => conversionIn(fact) !== null && !revoked.has(fact.id));
  return {
    value: vip.value,
    rule: `vip.${rule}`,
    because: vip.because ?? (rule === "staff" ? "set by staff" : `neither ${vipConversions} conversions, nor grade A and converted`),
    evidence: rule === "staff" ? [] : witnesses.of(...conversions.slice(-maxShown)),
    arithmetic: [`${count} conversions, VIP from ${vipConversions} on (vipConversions)`, `grade ${score.grade}, status ${status.status}`],
    // Grade and status change with time; a count and a decision of staff do not.
    reviewAt: rule === "grade" || (rule === "none" && status.status === "converted") ? earliest(status.reviewAt, scoreReviewAt) : null,
  };
}

export function explainAtRisk(
  state: ContactState,
  { atRisk, status, sentiment }: ContactDecision,
  settings: Settings,
  { days, brokenBy }: Silence,
  witnesses: Witnesses,
  now: number,
): Explained<boolean> {
  const isCandidate = status.status === "converted" || status.status === "qualified";
  if (!isCandidate) {
    const because = `only converted and qualified contacts are at risk; this one is ${status.status}`;
    return { value: false, rule: "at_risk.status", because, evidence: [], arithmetic: [`status ${status.status}`], reviewAt: null };
  }
  const quietAfter = settings.status.churnedAfterDays / 2;
  const { atRiskDays } = settings.flags;
  const isUnhappy = sentiment?.level === "negative" || sentiment?.level === "very_negative";
  const isComplaining = state.complaint !== null && age(state.complaint.at, now) < atRiskDays;
  const rule = !atRisk.value ? "none" : isUnhappy ? "sentiment" : isComplaining ? "complaint" : "silence";
  const complained = state.complaint
    ? [`${state.complaint.intent} ${age(state.complaint.at, now)} days ago, counts for ${atRiskDays} (atRiskDays)`]
    : [];
  const shown = {
    none: [brokenBy],
    sentiment: strongestTones(witnesses.facts, (tone) => tone < 0),
    complaint: [state.complaint],
    silence: [brokenBy],
  };
  return {
    value: atRisk.value,
    rule: `at_risk.${rule}`,
    because: atRisk.because ?? "neither unhappy, nor complaining, nor silent for long",
    evidence: witnesses.of(...shown[rule]),
    arithmetic: [
      `sentiment ${sentiment?.level.replace("_", " ") ?? "none"}`,
      ...complained,
      `silent for ${days} days, at risk from ${quietAfter} on (half of churnedAfterDays)`,
    ],
    reviewAt: earliest(atRisk.reviewAt, status.reviewAt),
  };
}

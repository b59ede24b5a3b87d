import type { ContactState } from "#core/model/contact-state.ts";
import type { Settings } from "#core/model/settings.ts";
import type { ContactDecision, Decreed } from "#core/rules/contact/decide.ts";
import { lifetimeValueOf, shownAmount } from "#core/rules/contact/lifetime-value.ts";
import { conversionIn, revokedFacts } from "#core/rules/fold/conversions.ts";
import type { Explained, Witnesses } from "./evidence.ts";
import { strongestTones } from "./sentiment.ts";
import { age, type Silence } from "./status.ts";

/** The newest conversions that are shown. */
const maxShown = 5;

export function explainVip(
  state: ContactState,
  { vip }: ContactDecision,
  { vipOverride }: Decreed,
  settings: Settings,
  witnesses: Witnesses,
): Explained<boolean> {
  const { vipConversions, vipLifetimeValue } = settings.flags;
  const { count } = state.conversions;
  const spent = lifetimeValueOf(state);
  const rule = vipOverride !== null ? "staff" : count >= vipConversions ? "conversions" : vip.value ? "lifetime_value" : "none";
  const revoked = revokedFacts(witnesses.facts);
  const conversions = witnesses.facts.filter((fact) => conversionIn(fact) !== null && !revoked.has(fact.id));
  const missing = [`fewer than ${vipConversions} conversions`, ...(vipLifetimeValue === null ? [] : [`a lifetime value below ${vipLifetimeValue}`])];
  return {
    value: vip.value,
    rule: `vip.${rule}`,
    because: vip.because ?? (rule === "staff" ? "set by staff" : missing.join(" and ")),
    evidence: rule === "staff" ? [] : witnesses.of(...conversions.slice(-maxShown)),
    arithmetic: [
      `${count} conversions, VIP from ${vipConversions} on (vipConversions)`,
      ...(vipLifetimeValue === null ? [] : [`worth ${spent ? shownAmount(spent) : "0"}, VIP from ${vipLifetimeValue} on (vipLifetimeValue)`]),
    ],
    reviewAt: vip.reviewAt,
  };
}

export function explainAtRisk(
  state: ContactState,
  { atRisk, sentiment }: ContactDecision,
  settings: Settings,
  { days, brokenBy }: Silence,
  witnesses: Witnesses,
  now: number,
): Explained<boolean> {
  const quietAfter = settings.status.churnedAfterDays / 2;
  const { atRiskDays } = settings.flags;
  const complained = state.complaint
    ? [`${state.complaint.intent} ${age(state.complaint.at, now)} days ago, counts for ${atRiskDays} (atRiskDays)`]
    : [];
  const silent = state.conversions.last ? [`silent for ${days} days, at risk from ${quietAfter} on (half of churnedAfterDays)`] : [];
  const shown = {
    none: [brokenBy],
    sentiment: strongestTones(witnesses.facts, (tone) => tone < 0),
    complaint: [state.complaint],
    silence: [brokenBy],
  };
  return {
    value: atRisk.value,
    rule: `at_risk.${atRisk.rule}`,
    because: atRisk.because ?? "neither unhappy, nor complaining of late, nor a customer who has been silent for long",
    evidence: witnesses.of(...shown[atRisk.rule]),
    arithmetic: [`sentiment ${sentiment?.level.replace("_", " ") ?? "none"}, counts for ${atRiskDays} days (atRiskDays)`, ...complained, ...silent],
    reviewAt: atRisk.reviewAt,
  };
}

import type { ContactabilityReason } from "#core/model/contactability.ts";
import { type Purpose, purposes } from "#core/model/delivery.ts";
import { type Reason, reasons } from "#core/rules/contactability/reasons.ts";

const endless = "NULL";
const dayFullUntil = "CASE WHEN sent_today >= per_day THEN ifnull(day_free_at, 0) ELSE 0 END";
const weekFullUntil = "CASE WHEN sent_in_week >= per_week THEN ifnull(week_free_at, 0) ELSE 0 END";
const capUntil = `max(${dayFullUntil}, ${weekFullUntil})`;

/** The predicate of each reason over the columns of ContactabilityRow in snake_case, booleans as 0 or 1, and when the reason ends. */
export const predicates: Record<ContactabilityReason, { holds: string; until: string }> = {
  opted_out: { holds: "opted_out", until: endless },
  consent_hold: { holds: "hold_until IS NOT NULL AND at < hold_until", until: "hold_until" },
  blocked: { holds: "blocked_at IS NOT NULL", until: endless },
  no_identity: { holds: "NOT has_identity", until: endless },
  window_closed: { holds: "window_ms IS NOT NULL AND (last_inbound_at IS NULL OR send_at >= last_inbound_at + window_ms)", until: endless },
  taken_over: { holds: "taken_over AND NOT (author = 'staff' AND purpose = 'reply')", until: endless },
  owner_active: { holds: "owner_active_until IS NOT NULL AND at < owner_active_until AND author <> 'staff'", until: "owner_active_until" },
  quiet_hours: { holds: "NOT zone_uncertain AND quiet_until IS NOT NULL AND at < quiet_until", until: "quiet_until" },
  zone_uncertain: { holds: "zone_uncertain AND quiet_until IS NOT NULL AND at < quiet_until", until: "quiet_until" },
  frequency_cap: { holds: `at < ${capUntil}`, until: capUntil },
};

/**
 * The decision for every row of a table or CTE (a name, never text from outside) that has the columns of ContactabilityRow in
 * snake_case: one SELECT of all its columns and `send_at`, `decision`, `until` and `reason`, the first that decides.
 */
export function contactabilitySql(table: string): string {
  const delays = reasons.flatMap((reason) => whenApplies(reason, "delay"));
  const denials = reasons.flatMap((reason) => whenApplies(reason, "deny"));
  const sendAt = delays.map(({ holds, until }) => `CASE WHEN ${holds} THEN ${until} ELSE at END`);
  const first = (cases: readonly Case[]) => `CASE ${cases.map(({ code, holds }) => `WHEN ${holds} THEN '${code}'`).join(" ")} END`;
  return `SELECT *,
  CASE WHEN denied IS NOT NULL THEN 'deny' WHEN send_at > at THEN 'delay' ELSE 'allow' END AS decision,
  CASE WHEN denied IS NULL AND send_at > at THEN send_at END AS until,
  CASE WHEN denied IS NOT NULL THEN denied WHEN send_at > at THEN ${first(delays)} END AS reason
FROM (SELECT *, ${first(denials)} AS denied FROM (SELECT *, max(at, ${sendAt.join(", ")}) AS send_at FROM ${table}))`;
}

type Case = { code: string; holds: string; until: string };

/** The reason's SQL where it has the outcome; none when it never has. */
function whenApplies({ code, outcome }: Reason, wanted: "deny" | "delay"): Case[] {
  const on = purposes.filter((purpose: Purpose) => outcome[purpose] === wanted);
  if (on.length === 0) return [];
  const isPurpose = on.length === purposes.length ? "" : `purpose IN (${on.map((purpose) => `'${purpose}'`).join(", ")}) AND `;
  return [{ code, holds: `${isPurpose}(${predicates[code].holds})`, until: predicates[code].until }];
}

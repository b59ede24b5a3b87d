import { type Purpose, purposes } from "#core/model/delivery.ts";
import { type Reason, reasons } from "./reasons.ts";

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
function whenApplies({ code, outcome, sql }: Reason, wanted: "deny" | "delay"): Case[] {
  const on = purposes.filter((purpose: Purpose) => outcome[purpose] === wanted);
  if (on.length === 0) return [];
  const isPurpose = on.length === purposes.length ? "" : `purpose IN (${on.map((purpose) => `'${purpose}'`).join(", ")}) AND `;
  return [{ code, holds: `${isPurpose}(${sql.holds})`, until: sql.until }];
}

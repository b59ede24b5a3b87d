import type { ContactabilityReason, ContactabilityRow } from "#core/model/contactability.ts";
import type { Purpose } from "#core/model/delivery.ts";

/**
 * One reason not to write. The predicate stands beside its SQL, over the row's columns in snake_case (booleans 0 or 1), and the
 * two are proved equal. `sendAt` (column send_at) is when the delays would let the message go; `at` when there are none.
 */
export type Reason = {
  code: ContactabilityReason;
  outcome: Record<Purpose, "deny" | "delay" | null>;
  holds: (row: ContactabilityRow, sendAt: number) => boolean;
  /** Ms since 1970; asked only where the reason holds. A reason that delays always has one. */
  until: (row: ContactabilityRow) => number | null;
  detail: (row: ContactabilityRow) => string;
  sql: { holds: string; until: string };
};

const unasked = (outcome: "deny" | "delay") => ({ reply: null, follow_up: outcome, marketing: outcome });
const always = { reply: "deny", follow_up: "deny", marketing: "deny" } as const;
const isAhead = (row: ContactabilityRow, instant: number | null) => instant !== null && row.at < instant;
const iso = (at: number | null) => (at === null ? "never" : new Date(at).toISOString());
const endless = { until: () => null, untilSql: "NULL" };

const dayFullUntilSql = "CASE WHEN sent_today >= per_day THEN ifnull(day_free_at, 0) ELSE 0 END";
const weekFullUntilSql = "CASE WHEN sent_in_week >= per_week THEN ifnull(week_free_at, 0) ELSE 0 END";
const capUntilSql = `max(${dayFullUntilSql}, ${weekFullUntilSql})`;

/** In the order in which they are told. Replies to somebody who just wrote are never delayed. */
export const reasons: readonly Reason[] = [
  {
    code: "opted_out",
    outcome: unasked("deny"),
    holds: (row) => row.optedOut,
    until: endless.until,
    detail: () => "has opted out of everything but replies",
    sql: { holds: "opted_out", until: endless.untilSql },
  },
  {
    code: "consent_hold",
    outcome: unasked("delay"),
    holds: (row) => isAhead(row, row.holdUntil),
    until: (row) => row.holdUntil,
    detail: (row) => `seems to have asked not to be written to; held until ${iso(row.holdUntil)} for staff to say`,
    sql: { holds: "hold_until IS NOT NULL AND at < hold_until", until: "hold_until" },
  },
  {
    code: "blocked",
    outcome: always,
    holds: (row) => row.blockedAt !== null,
    until: endless.until,
    detail: (row) => `has blocked us on ${row.channel}, ${iso(row.blockedAt)}`,
    sql: { holds: "blocked_at IS NOT NULL", until: endless.untilSql },
  },
  {
    code: "no_identity",
    outcome: always,
    holds: (row) => !row.hasIdentity,
    until: endless.until,
    detail: (row) => `has no address on ${row.channel}`,
    sql: { holds: "NOT has_identity", until: endless.untilSql },
  },
  {
    // A message that is delayed beyond the window's end will not go out either: the preview says so at once.
    code: "window_closed",
    outcome: always,
    holds: (row, sendAt) => row.windowMs !== null && (row.lastInboundAt === null || sendAt >= row.lastInboundAt + row.windowMs),
    until: endless.until,
    detail: (row) => `${row.channel} takes messages only for a time after the customer's last, which came ${iso(row.lastInboundAt)}`,
    sql: { holds: "window_ms IS NOT NULL AND (last_inbound_at IS NULL OR send_at >= last_inbound_at + window_ms)", until: endless.untilSql },
  },
  {
    // Also what staff approved before: whoever has the conversation does not know of it.
    code: "taken_over",
    outcome: always,
    holds: (row) => row.takenOver && !(row.author === "staff" && row.purpose === "reply"),
    until: endless.until,
    detail: () => "staff have taken the conversation over, and only their own replies go there",
    sql: { holds: "taken_over AND NOT (author = 'staff' AND purpose = 'reply')", until: endless.untilSql },
  },
  {
    // An answer hours late is worth nothing: the owner is giving it. What nobody has asked for can wait.
    code: "owner_active",
    outcome: { reply: "deny", follow_up: "delay", marketing: "delay" },
    holds: (row) => isAhead(row, row.ownerActiveUntil) && row.author !== "staff",
    until: (row) => row.ownerActiveUntil,
    detail: (row) => `the owner has answered on the business's own phone; the bot is silent there until ${iso(row.ownerActiveUntil)}`,
    sql: { holds: "owner_active_until IS NOT NULL AND at < owner_active_until AND author <> 'staff'", until: "owner_active_until" },
  },
  {
    code: "quiet_hours",
    outcome: unasked("delay"),
    holds: (row) => !row.zoneUncertain && isAhead(row, row.quietUntil),
    until: (row) => row.quietUntil,
    detail: (row) => `quiet hours where the person is, until ${iso(row.quietUntil)}`,
    sql: { holds: "NOT zone_uncertain AND quiet_until IS NOT NULL AND at < quiet_until", until: "quiet_until" },
  },
  {
    code: "zone_uncertain",
    outcome: unasked("delay"),
    holds: (row) => row.zoneUncertain && isAhead(row, row.quietUntil),
    until: (row) => row.quietUntil,
    detail: (row) => `the person's time zone is uncertain; quiet hours of the business, until ${iso(row.quietUntil)}`,
    sql: { holds: "zone_uncertain AND quiet_until IS NOT NULL AND at < quiet_until", until: "quiet_until" },
  },
  {
    code: "frequency_cap",
    outcome: unasked("delay"),
    holds: (row) => isDayFull(row) || isWeekFull(row),
    until: (row) => Math.max(isDayFull(row) ? (row.dayFreeAt ?? 0) : 0, isWeekFull(row) ? (row.weekFreeAt ?? 0) : 0),
    detail: (row) => `has had ${row.sentToday} of these messages today and ${row.sentInWeek} in seven days, as many as there may be`,
    sql: { holds: `at < ${capUntilSql}`, until: capUntilSql },
  },
];

function isDayFull(row: ContactabilityRow): boolean {
  return row.perDay !== null && row.sentToday >= row.perDay && isAhead(row, row.dayFreeAt);
}

function isWeekFull(row: ContactabilityRow): boolean {
  return row.perWeek !== null && row.sentInWeek >= row.perWeek && isAhead(row, row.weekFreeAt);
}

import type { ContactabilityReason, ContactabilityRow } from "#core/model/contactability.ts";
import type { Purpose } from "#core/model/delivery.ts";

/**
 * One reason not to write. `sendAt` is when the delays would let the message go; it is `at` when there are none. The same
 * predicate in SQL is in db/contactability.ts, and a property test proves the two equal.
 */
export type Reason = {
  code: ContactabilityReason;
  outcome: Record<Purpose, "deny" | "delay" | null>;
  holds: (row: ContactabilityRow, sendAt: number) => boolean;
  /** Ms since 1970; called only where the reason holds. A reason that delays always has one. */
  until: (row: ContactabilityRow) => number | null;
  detail: (row: ContactabilityRow) => string;
};

const unasked = (outcome: "deny" | "delay") => ({ reply: null, follow_up: outcome, marketing: outcome });
const always = { reply: "deny", follow_up: "deny", marketing: "deny" } as const;
const isAhead = (row: ContactabilityRow, instant: number | null) => instant !== null && row.at < instant;
const iso = (at: number | null) => (at === null ? "never" : new Date(at).toISOString());
const never = () => null;

/** In the order in which they are reported. Replies to somebody who just wrote are never delayed. */
export const reasons: readonly Reason[] = [
  {
    code: "opted_out",
    outcome: unasked("deny"),
    holds: (row) => row.optedOut,
    until: never,
    detail: () => "has opted out of everything but replies",
  },
  {
    code: "consent_hold",
    outcome: unasked("delay"),
    holds: (row) => isAhead(row, row.holdUntil),
    until: (row) => row.holdUntil,
    detail: (row) => `seems to have asked not to be written to; held until ${iso(row.holdUntil)} for staff to say`,
  },
  {
    code: "blocked",
    outcome: always,
    holds: (row) => row.blockedAt !== null,
    until: never,
    detail: (row) => `has blocked us on ${row.channel}, ${iso(row.blockedAt)}`,
  },
  {
    code: "no_identity",
    outcome: always,
    holds: (row) => !row.hasIdentity,
    until: never,
    detail: (row) => `has no address on ${row.channel}`,
  },
  {
    // A message that is delayed beyond the window's end will not go out either: the preview says so at once.
    code: "window_closed",
    outcome: always,
    holds: (row, sendAt) => row.windowMs !== null && (row.lastInboundAt === null || sendAt >= row.lastInboundAt + row.windowMs),
    until: never,
    detail: (row) => `${row.channel} takes messages only for a time after the customer's last, which came ${iso(row.lastInboundAt)}`,
  },
  {
    // This also stops what staff approved earlier: the member of staff who took the conversation over does not know of it.
    code: "taken_over",
    outcome: always,
    holds: (row) => row.takenOver && !(row.author === "staff" && row.purpose === "reply"),
    until: never,
    detail: () => "staff have taken the conversation over, and only their own replies go there",
  },
  {
    // A reply is blocked, because the owner is answering and a late reply is worthless. Unrequested messages are delayed.
    code: "owner_active",
    outcome: { reply: "deny", follow_up: "delay", marketing: "delay" },
    holds: (row) => isAhead(row, row.ownerActiveUntil) && row.author !== "staff",
    until: (row) => row.ownerActiveUntil,
    detail: (row) => `the owner has answered on the business's own phone; the bot is silent there until ${iso(row.ownerActiveUntil)}`,
  },
  {
    code: "quiet_hours",
    outcome: unasked("delay"),
    holds: (row) => !row.zoneUncertain && isAhead(row, row.quietUntil),
    until: (row) => row.quietUntil,
    detail: (row) => `quiet hours where the person is, until ${iso(row.quietUntil)}`,
  },
  {
    code: "zone_uncertain",
    outcome: unasked("delay"),
    holds: (row) => row.zoneUncertain && isAhead(row, row.quietUntil),
    until: (row) => row.quietUntil,
    detail: (row) => `the person's time zone is uncertain; quiet hours of the business, until ${iso(row.quietUntil)}`,
  },
  {
    code: "frequency_cap",
    outcome: unasked("delay"),
    holds: (row) => isDayFull(row) || isWeekFull(row),
    until: (row) => Math.max(isDayFull(row) ? (row.dayFreeAt ?? 0) : 0, isWeekFull(row) ? (row.weekFreeAt ?? 0) : 0),
    detail: (row) => `has had ${row.sentToday} of these messages today and ${row.sentInWeek} in seven days, as many as there may be`,
  },
];

function isDayFull(row: ContactabilityRow): boolean {
  return row.perDay !== null && row.sentToday >= row.perDay && isAhead(row, row.dayFreeAt);
}

function isWeekFull(row: ContactabilityRow): boolean {
  return row.perWeek !== null && row.sentInWeek >= row.perWeek && isAhead(row, row.weekFreeAt);
}

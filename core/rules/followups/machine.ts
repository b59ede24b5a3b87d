import { fail } from "#core/errors.ts";
import type { FollowUpRecord, FollowUpSettings, FollowUpState } from "#core/model/followup.ts";
import { day } from "#core/rules/time.ts";

/** `approved` goes back to `proposed` when the customer has written since; `claimed` goes back while nothing was dispatched. */
const next: Record<FollowUpState, readonly FollowUpState[]> = {
  proposed: ["approved", "snoozed", "dismissed", "withdrawn", "expired"],
  snoozed: ["proposed", "approved", "snoozed", "dismissed", "withdrawn", "expired"],
  approved: ["claimed", "proposed", "dismissed", "withdrawn", "expired", "failed", "sent", "unknown"],
  claimed: ["sent", "approved", "failed", "unknown"],
  sent: ["replied", "converted", "opted_out", "no_reply"],
  replied: ["converted", "opted_out"],
  // A late receipt or a person's decision leads out of this state.
  unknown: ["sent", "failed", "approved"],
  converted: [],
  opted_out: [],
  no_reply: [],
  dismissed: [],
  withdrawn: [],
  expired: [],
  failed: [],
};

/** States in which nothing has been sent and a person may still decide. */
export const decidable: readonly FollowUpState[] = ["proposed", "snoozed"];
/** States in which it may yet be sent. */
export const unsent: readonly FollowUpState[] = ["proposed", "snoozed", "approved"];
const over: readonly FollowUpState[] = ["converted", "opted_out", "no_reply", "dismissed", "withdrawn", "expired", "failed"];

export type FollowUpChange = Partial<Omit<FollowUpRecord, "id" | "agentId" | "state" | "version">>;

/** The one place a follow-up changes state. Throws `conflict` for a step that does not exist. `now` in ms since 1970. */
export function moveFollowUp(
  followUp: FollowUpRecord,
  to: FollowUpState,
  change: FollowUpChange,
  policy: FollowUpSettings,
  now: number,
): FollowUpRecord {
  if (!next[followUp.state].includes(to)) {
    fail("conflict", `a follow-up that is ${words[followUp.state]} cannot become ${words[to]}`, { id: followUp.id, state: followUp.state });
  }
  const moved = { ...followUp, ...change, state: to, updatedAt: now };
  const isOver = over.includes(to);
  return { ...moved, endedAt: isOver ? now : null, reviewAt: isOver ? null : reviewAt(moved, policy) };
}

/** The next instant at which time alone changes the follow-up: it expires, its snooze ends, or its time for a reply is over. Null: none. */
export function reviewAt({ state, dueAt, reviewAt: given, sentAt }: FollowUpRecord, policy: FollowUpSettings): number | null {
  if (state === "snoozed") return given;
  if (state === "sent" || state === "replied") return (sentAt ?? dueAt) + policy.noReplyAfterDays * day;
  return state === "proposed" || state === "approved" ? dueAt + policy.expireAfterDays * day : null;
}

const words: Record<FollowUpState, string> = {
  proposed: "proposed",
  snoozed: "snoozed",
  approved: "approved",
  claimed: "being sent",
  sent: "sent",
  replied: "answered",
  converted: "converted",
  opted_out: "opted out of",
  no_reply: "without a reply",
  dismissed: "dismissed",
  withdrawn: "withdrawn",
  expired: "expired",
  failed: "failed",
  unknown: "of unknown outcome",
};

import type { EscalationKind, Severity } from "./escalation.ts";

/** The first three are open; the last two have ended. */
export const alertStates = ["open", "acknowledged", "taken_over", "resolved", "dismissed"] as const;
export type AlertState = (typeof alertStates)[number];
export const openAlertStates = ["open", "acknowledged", "taken_over"] as const satisfies readonly AlertState[];

export const isOpenAlert = ({ state }: { state: AlertState }): boolean => state !== "resolved" && state !== "dismissed";

/** Words that show why: the message they are from; null: time alone shows it. */
export type AlertEvidence = { messageId: string | null; quote: string; at: number; because: string };

/** What happened to an alert: raised, added to, reminded, acknowledged … `by` is the id of staff, a key, or `system`. */
export type AlertEvent = { at: number; what: AlertEventKind; by: string; note: string | null };
export const alertEventKinds = ["raised", "added", "reminded", "acknowledged", "taken_over", "released", "resolved", "dismissed", "muted"] as const;
export type AlertEventKind = (typeof alertEventKinds)[number];

/** Staff are called to one conversation by one rule. Times are ms since 1970. */
export type AlertRecord = {
  id: string;
  agentId: string;
  contactId: string;
  conversationId: string;
  /** Id of the escalation rule; its kind and name are kept as they were. */
  rule: string;
  kind: EscalationKind;
  ruleName: string;
  severity: Severity;
  state: AlertState;
  /** Why, in words. */
  reason: string;
  evidence: AlertEvidence[];
  history: AlertEvent[];
  branchId: string | null;
  openedAt: number;
  updatedAt: number;
  /** The member of staff who has acknowledged it or taken it over. */
  ownerId: string | null;
  endedAt: number | null;
  endedBy: string | null;
  /** Why it was dismissed. */
  endedBecause: string | null;
  /** Until then the rule raises no new alert about this conversation. */
  mutedUntil: number | null;
  /** When it is shown again unless somebody reacts; null: it is not. */
  remindAt: number | null;
  reminders: number;
};

/** Filters of the list of alerts; all that are given must hold. */
export type AlertFilter = {
  state?: AlertState[];
  severity?: Severity[];
  rule?: string[];
  branch?: (string | null)[];
  owner?: (string | null)[];
  contact?: string[];
  conversation?: string[];
};

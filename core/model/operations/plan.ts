import type { ContactRecord } from "../records.ts";
import type { Settings } from "../settings.ts";

/** What a change of the settings can change of a contact. */
export type DerivedValues = Pick<ContactRecord, "status" | "stage" | "score" | "grade" | "sentimentLevel" | "vip" | "atRisk">;

/** From and to, with how many contacts go that way; only pairs that differ. */
export type Moves = { from: string; to: string; count: number }[];

/**
 * How often each escalation rule that may call more or less often would have called staff in the days before the plan, under the present
 * settings and under the draft. `newest`: the last of those under the draft, by ids alone. `isComplete`: false when only those who wrote
 * last were looked at.
 */
export type PlannedEscalations = { days: number; isComplete: boolean; rules: PlannedRule[] };
export type PlannedRule = { ruleId: string; before: number; after: number; newest: PlannedCall[] };
export type PlannedCall = { contactId: string; conversationId: string; messageId: string | null; at: number };

/** Counts of a plan so far; complete when its operation is. */
export type PlanSummary = {
  contacts: number;
  changed: number;
  status: Moves;
  stage: Moves;
  grade: Moves;
  vip: { gained: number; lost: number };
  atRisk: { gained: number; lost: number };
  /** For each signal, how many contacts would gain it and how many would lose it. */
  signals: { signalId: string; gained: number; lost: number }[];
  /** Follow-ups that would be new: contacts for whom it is due in the future, and those for whom the time has passed, who get none. */
  triggers: { trigger: string; ahead: number; passed: number }[];
  /** Counted at the end, and so missing until then; plans of earlier versions have none. */
  escalations?: PlannedEscalations;
  /** The contacts whose score would change most. */
  movers: { contactId: string; by: number }[];
  /** Hash of all changes, whatever the order in which they were found: 64 hexadecimal digits. */
  digest: string;
};

/**
 * The result of applying, compared with the plan: every contact is unchanged, changed, or apart. `apart`: gained facts or was changed since the
 * plan looked at it (`facts`), or its time has come since the plan's instant (`time`). Changed without being as planned is a
 * fault of ours.
 */
export type ApplySummary = { contacts: number; changed: number; asPlanned: number; apart: { facts: number; time: number } };

/** Who would change under a draft of the settings. Nothing has changed because of it. */
export type PlanRecord = {
  id: string;
  agentId: string;
  operationId: string;
  /** The settings the plan began from: when they are no longer current, it cannot be applied. */
  baseVersion: number;
  document: Settings;
  /** The instant everything is decided at. */
  asOf: number;
  summary: PlanSummary;
  /** Hash of the base, the draft and every change; null until the plan is complete. */
  hash: string | null;
  applied: { version: number; operationId: string; summary: ApplySummary } | null;
  createdBy: string;
  createdAt: number;
};

/**
 * One contact that would change. `contactVersion` is the one that was looked at. Contacts that were changed while the plan
 * was made are kept too, with `before` equal to `after` if need be, so that apply knows which version was seen.
 */
export type PlanChangeRecord = {
  agentId: string;
  planId: string;
  contactId: string;
  contactVersion: number;
  before: DerivedValues;
  after: DerivedValues;
  /** Why, in the words of the rules: one line for each field that changes. */
  because: string[];
};

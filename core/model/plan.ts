import type { ContactRecord } from "./records.ts";
import type { Settings } from "./settings.ts";

/** What a change of the settings can change of a contact. */
export type DerivedValues = Pick<ContactRecord, "status" | "stage" | "score" | "grade" | "sentimentLevel" | "vip" | "atRisk">;

/** From and to, with how many contacts go that way; only pairs that differ. */
export type Moves = { from: string; to: string; count: number }[];

/** Counts of a plan so far; complete when its operation is. */
export type PlanSummary = {
  contacts: number;
  changed: number;
  status: Moves;
  stage: Moves;
  grade: Moves;
  vip: { gained: number; lost: number };
  atRisk: { gained: number; lost: number };
  /** Signals that would count where they do not now, or no longer: contacts each. */
  signals: { signalId: string; gained: number; lost: number }[];
  /** Follow-ups that would newly come up: contacts whose time is still to come, and those whose time has passed, who are left alone. */
  triggers: { trigger: string; ahead: number; passed: number }[];
  /** Contacts whose score would move furthest. */
  movers: { contactId: string; by: number }[];
  /** Of all changes, in whatever order they were found: 64 hexadecimal digits. */
  digest: string;
};

/**
 * Apply, held against its plan: every contact is unchanged, changed, or apart. `apart`: gained facts or was changed since the
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
  /** Of the base, the draft and every change; null until the plan is complete. */
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
  /** Why, in the words of the rules: one line a field that changes. */
  because: string[];
};

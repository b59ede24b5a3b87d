import type { ContactState } from "#core/model/contact-state.ts";
import type { ApplySummary, DerivedValues, PlanChangeRecord, PlanRecord } from "#core/model/operations/plan.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { judge } from "#core/rules/contact/decide.ts";
import { areSameValues, derivedValuesOf, storedDerivedValues } from "./derived-values.ts";

/** How the applied outcome of a contact compares with the planned one. */
export type PlanVerdict = "unchanged" | "as_planned" | "unplanned" | "facts" | "time";

export type AppliedChange = {
  /** The contact before the new settings were applied, and the state to which its facts fold under them. */
  contact: ContactRecord;
  state: ContactState;
  after: DerivedValues;
  now: number;
};

/**
 * `facts`: the contact has changed since the plan read it, as its stored version or its last update shows. `time`: only the
 * clock differs: its horizon has passed, or at the plan's instant its outcome is still the planned one. The others follow from
 * comparing outcomes.
 */
export function verdictOf({ contact, state, after, now }: AppliedChange, plan: PlanRecord, planned: PlanChangeRecord | null): PlanVerdict {
  const { asOf } = plan;
  const isTouched = planned ? contact.version !== planned.contactVersion : contact.updatedAt >= asOf;
  if (isTouched) return "facts";
  if (contact.reviewAt !== null && contact.reviewAt > asOf && contact.reviewAt <= now) return "time";
  if (planned && areSameValues(after, planned.after)) return areSameValues(planned.before, planned.after) ? "unchanged" : "as_planned";
  if (!planned && areSameValues(after, storedDerivedValues(contact))) return "unchanged";
  const then = derivedValuesOf(judge(state, contact, plan.document, asOf));
  if (planned) return areSameValues(then, planned.after) ? "time" : "unplanned";
  return areSameValues(then, after) ? "unchanged" : "time";
}

export const nothingApplied: ApplySummary = { contacts: 0, changed: 0, asPlanned: 0, apart: { facts: 0, time: 0 } };

/** The summary with these verdicts in it. */
export function counted({ contacts, changed, asPlanned, apart }: ApplySummary, verdicts: readonly PlanVerdict[]): ApplySummary {
  const count = (...which: PlanVerdict[]) => verdicts.filter((verdict) => which.includes(verdict)).length;
  return {
    contacts: contacts + verdicts.length,
    changed: changed + count("as_planned", "unplanned"),
    asPlanned: asPlanned + count("as_planned"),
    apart: { facts: apart.facts + count("facts"), time: apart.time + count("time") },
  };
}

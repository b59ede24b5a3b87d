import { describe, expect, it } from "vitest";
import type { DerivedValues, PlanChangeRecord, PlanRecord } from "#core/model/operations/plan.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { decide } from "#core/rules/contact/decide.ts";
import { derivedColumns } from "#core/rules/contact/row.ts";
import { derivedValuesOf, storedDerivedValues } from "#core/rules/settings-plan/derived-values.ts";
import { emptySummary } from "#core/rules/settings-plan/summary.ts";
import { counted, nothingApplied, type PlanVerdict, verdictOf } from "#core/rules/settings-plan/verdict.ts";
import { did, monday, onDay, remembered, settingsWith, signalOn } from "#tests/support/people/said.ts";
import { contactRow } from "#tests/support/records/records.ts";

const asOf = onDay(2);
const document = settingsWith({ signals: [signalOn("asked")] });
const state = remembered([did("asked", { at: onDay(1) })], document);
const row = contactRow("con_1", { createdAt: monday, updatedAt: onDay(1), state });
const contact: ContactRecord = { ...derivedColumns(row, decide(state, row, document, asOf)), reviewAt: null };
const plan: PlanRecord = {
  id: "pln_1",
  agentId: "agt_test",
  operationId: "op_1",
  baseVersion: 1,
  document,
  asOf,
  summary: emptySummary(),
  hash: "h",
  applied: null,
  createdBy: "test",
  createdAt: asOf,
};

const now = storedDerivedValues(contact);
const then = derivedValuesOf(decide(state, contact, document, asOf));
const other: DerivedValues = { ...now, grade: "A" };
const planned = (before: DerivedValues, after: DerivedValues, contactVersion = contact.version): PlanChangeRecord => ({
  agentId: "agt_test",
  planId: plan.id,
  contactId: contact.id,
  contactVersion,
  before,
  after,
  because: [],
});

type Case = [string, PlanVerdict, { change?: PlanChangeRecord | null; after?: DerivedValues; given?: Partial<ContactRecord> }];
const cases: Case[] = [
  ["as the plan says it would become", "as_planned", { change: planned(now, other), after: other }],
  ["kept by the plan, and the same before and after", "unchanged", { change: planned(now, now), after: now }],
  ["not named by the plan, and as it was", "unchanged", { after: now }],
  ["of another version than the plan saw", "facts", { change: planned(now, other, 7), after: other }],
  ["not named by the plan, and touched since its instant", "facts", { after: now, given: { updatedAt: asOf } }],
  ["to be reviewed since the plan's instant", "time", { change: planned(now, other), after: other, given: { reviewAt: asOf + 1 } }],
  ["to be reviewed only later", "as_planned", { change: planned(now, other), after: other, given: { reviewAt: onDay(9) } }],
  ["other than planned, though at the plan's instant it would be as planned", "time", { change: planned(other, then), after: other }],
  ["other than planned, and at the plan's instant too", "unplanned", { change: planned(now, other), after: then }],
  ["not named by the plan, and moved by the clock alone", "time", { after: other }],
];

describe("what became of a contact, held against its plan", () => {
  it.each(cases)("%s: %s", (_, verdict, { change = null, after = now, given = {} }) => {
    expect(verdictOf({ contact: { ...contact, ...given }, state, after, now: onDay(4) }, plan, change)).toBe(verdict);
  });

  it("is counted once: unchanged, changed, or apart", () => {
    const all: PlanVerdict[] = ["unchanged", "as_planned", "as_planned", "unplanned", "facts", "time", "time"];

    const summary = counted(counted(nothingApplied, all.slice(0, 3)), all.slice(3));

    expect(summary).toEqual({ contacts: 7, changed: 3, asPlanned: 2, apart: { facts: 1, time: 2 } });
    expect(counted(nothingApplied, all)).toEqual(summary);
  });
});

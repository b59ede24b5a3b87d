import { z } from "@hono/zod-openapi";
import { operationStates } from "#core/model/operations/operation.ts";
import type { ApplySummary, DerivedValues, Moves, PlanChangeRecord, PlannedEscalations } from "#core/model/operations/plan.ts";
import { grades, sentimentLevels, stages, statuses } from "#core/model/vocabulary.ts";
import { withoutQuotes } from "#core/rules/settings-plan/because.ts";
import { fireKinds, wouldFire } from "#core/rules/settings-plan/would-fire.ts";
import type { PlanReport } from "#core/usecases/settings/plan-report.ts";
import { iso, Moment } from "../moment.ts";

const count = (description: string, example: number) => z.int().meta({ description, example });

const StandingView = z
  .object({
    status: z.enum(statuses),
    stage: z.enum(stages),
    score: z.int().meta({ example: 41 }),
    grade: z.enum(grades),
    sentimentLevel: z.enum(sentimentLevels).nullable(),
    vip: z.boolean(),
    atRisk: z.boolean(),
  })
  .meta({ id: "Standing", description: "What settings can change of a contact" });

const because = z
  .array(z.string())
  .meta({ description: "A line for each field that changes, and for each sum that moves the score", example: ["score 39 → 41: raw 39 → 41"] });

export const PlanChangeView = z
  .object({ contactId: z.string().meta({ example: "con_01kaw3v6h0abcdefghjkmnpqrs" }), before: StandingView, after: StandingView, because })
  .meta({ id: "PlanChange", description: "One contact that would change" });

const MovesView = z
  .array(z.object({ from: z.string(), to: z.string(), count: z.int() }))
  .meta({ description: "Only pairs that differ", example: [{ from: "active", to: "inactive", count: 12 }] });
const GainedLost = z.object({ gained: z.int(), lost: z.int() }).meta({ example: { gained: 3, lost: 1 } });
const state = z.enum(operationStates).meta({ description: "The last three are endings", example: "completed" });
const progress = z
  .object({ done: z.int(), total: z.int().nullable() })
  .meta({ description: "Contacts looked at, of all there were", example: { done: 1200, total: 1200 } });

const AppliedView = z
  .object({
    version: z.int().meta({ description: "Of the settings that it made", example: 8 }),
    operationId: z.string().meta({ example: "op_01kaw3v6h0abcdefghjkmnpqrs" }),
    state,
    progress,
    contacts: count("Contacts held against the plan so far", 1200),
    changed: count("Changed, without those that are apart", 30),
    asPlanned: count("Of those, exactly as planned", 30),
    apart: z.object({ facts: z.int(), time: z.int() }).meta({
      description: "Changed by messages or people since the plan looked (`facts`), or with time since its instant (`time`)",
      example: { facts: 2, time: 0 },
    }),
  })
  .meta({ id: "AppliedPlan", description: "What became of the contacts, held against the plan" });

const PlannedCallView = z.object({ contactId: z.string(), conversationId: z.string(), messageId: z.string().nullable(), at: Moment });
const EscalationsView = z
  .object({
    days: z.int().meta({ description: "How many days before the plan were looked at", example: 30 }),
    isComplete: z.boolean().meta({ description: "False: only those who wrote last were looked at", example: true }),
    rules: z
      .array(z.object({ ruleId: z.string(), before: z.int(), after: z.int(), newest: z.array(PlannedCallView) }))
      .meta({ description: "Only rules that differ, or that look at what differs. `newest`: the last of those under the draft" }),
  })
  .meta({ id: "PlannedEscalations", description: "How often escalation rules would have called staff, now and under the draft" });

export const PlanView = z
  .object({
    id: z.string().meta({ example: "pln_01kaw3v6h0abcdefghjkmnpqrs" }),
    operationId: z.string().meta({ description: "Follow it while the plan runs", example: "op_01kaw3v6h0abcdefghjkmnpqrs" }),
    state,
    progress,
    hash: z.string().nullable().meta({ description: "What apply takes; null until the plan is complete", example: "5f2c…" }),
    baseVersion: z.int().meta({ description: "The settings it began from; once they are no longer current it cannot be applied", example: 7 }),
    asOf: Moment,
    contacts: count("Contacts looked at", 1200),
    changed: count("Contacts that would change", 30),
    matrix: z.object({ status: MovesView, stage: MovesView, grade: MovesView }),
    flags: z.object({ vip: GainedLost, atRisk: GainedLost }),
    signals: z
      .array(z.object({ signalId: z.string(), gained: z.int(), lost: z.int() }))
      .meta({ description: "Contacts for which a signal would begin or cease to count", example: [{ signalId: "asks_price", gained: 5, lost: 0 }] }),
    followUps: z.array(z.object({ trigger: z.string(), ahead: z.int(), passed: z.int() })).meta({
      description: "Follow-ups that would newly come up. Those whose time has passed are left alone, unless you backfill",
      example: [{ trigger: "win_back", ahead: 40, passed: 12 }],
    }),
    movers: z.array(PlanChangeView.extend({ by: z.int().meta({ description: "Points of the score", example: -24 }) })).meta({
      description: "The ten contacts whose score would move furthest; what customers said stands in the list of changes alone",
    }),
    wouldFire: z
      .array(z.object({ kind: z.enum(fireKinds), name: z.string(), contacts: z.int() }))
      .meta({ description: "What would be set off, and for how many contacts", example: [{ kind: "flag", name: "at_risk", contacts: 3 }] }),
    escalations: EscalationsView.nullable().meta({ description: "Null until the plan is complete" }),
    applied: AppliedView.nullable(),
    createdBy: z.string().meta({ example: "key_01kaw3v6h0abcdefghjkmnpqrs" }),
    createdAt: Moment,
  })
  .meta({ id: "SettingsPlan", description: "Who would change under a draft of the settings" });

export function toPlanView({ plan, operation, apply, movers }: PlanReport): z.infer<typeof PlanView> {
  const { id, operationId, hash, baseVersion, summary, applied, createdBy } = plan;
  const { contacts, changed, status, stage, grade, vip, atRisk, signals, triggers } = summary;
  return {
    id,
    operationId,
    ...toProgress(operation),
    hash,
    baseVersion,
    asOf: iso(plan.asOf),
    contacts,
    changed,
    matrix: { status: inOrder(status), stage: inOrder(stage), grade: inOrder(grade) },
    flags: { vip, atRisk },
    signals,
    followUps: triggers,
    movers: movers.map((change) => ({
      ...toPlanChangeView(change),
      by: change.after.score - change.before.score,
      because: change.because.map(withoutQuotes),
    })),
    wouldFire: wouldFire(summary),
    escalations: summary.escalations ? toEscalationsView(summary.escalations) : null,
    applied: applied && apply && { version: applied.version, operationId: applied.operationId, ...toProgress(apply), ...toApplied(applied.summary) },
    createdBy,
    createdAt: iso(plan.createdAt),
  };
}

export function toPlanChangeView({ contactId, before, after, because }: PlanChangeRecord): z.infer<typeof PlanChangeView> {
  const shown = ({ status, stage, score, grade, sentimentLevel, vip, atRisk }: DerivedValues) => ({
    status,
    stage,
    score,
    grade,
    sentimentLevel,
    vip,
    atRisk,
  });
  return { contactId, before: shown(before), after: shown(after), because };
}

function toEscalationsView({ rules, ...counts }: PlannedEscalations): z.infer<typeof EscalationsView> {
  return {
    ...counts,
    rules: rules.map((rule) => ({ ...rule, newest: rule.newest.map((call) => ({ ...call, at: iso(call.at) })) })),
  };
}

function toProgress({ state, done, total }: PlanReport["operation"]) {
  return { state, progress: { done, total } };
}

function toApplied({ contacts, changed, asPlanned, apart }: ApplySummary) {
  return { contacts, changed, asPlanned, apart };
}

/** The most frequent first. */
function inOrder(moves: Moves): Moves {
  return moves.toSorted((a, b) => b.count - a.count || `${a.from} ${a.to}`.localeCompare(`${b.from} ${b.to}`));
}

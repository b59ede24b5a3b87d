import type { KnownBlock } from "@slack/types";
import { flagLabels, gradeLabels, stageLabels, statusLabels } from "#core/model/labels.ts";
import type { OperationRecord } from "#core/model/operations/operation.ts";
import type { Moves, PlanChangeRecord, PlanRecord } from "#core/model/operations/plan.ts";
import { named } from "#core/rules/named.ts";
import { withoutQuotes } from "#core/rules/settings-plan/because.ts";
import { type WouldFire, wouldFire } from "#core/rules/settings-plan/would-fire.ts";
import { actions, type BlockMessage, button, confirm, context, divider, dotted, lines, section } from "../blocks/blocks.ts";
import { signed } from "../blocks/labels.ts";
import { bold, inline, number, percent, plural } from "../blocks/text.ts";
import { type ShownCall, wouldCall } from "./plan-calls.ts";

export type PlanMatrixModel = {
  plan: PlanRecord;
  /** The run that makes the plan, and the one that applies it. */
  operation: Pick<OperationRecord, "state" | "done" | "total">;
  apply: Pick<OperationRecord, "state" | "done" | "total"> | null;
  movers: PlanChangeRecord[];
  /** Calls of escalation rules that are shown, the newest first. */
  calls: readonly ShownCall[];
  /** Names of contacts, signals, triggers and escalation rules by their ids. */
  names: ReadonlyMap<string, string>;
  /** What would be changed, in words: "/status/inactiveAfterDays 14 → 10". */
  changes: string[];
  /** Whether the settings have changed since the plan began. */
  isStale: boolean;
};

/** Who would change under other settings, before anything does. */
export function planMatrix(model: PlanMatrixModel): BlockMessage {
  const { plan, operation, changes } = model;
  const { summary } = plan;
  const isReady = operation.state === "completed";
  const heading = isReady
    ? summary.changed === 0
      ? "*Nobody would change*"
      : `*${plural(summary.changed, "person", "people")}* of ${number(summary.contacts)} would change`
    : `Looking: ${progress(operation)}`;
  return {
    text: isReady ? `Settings: ${plural(summary.changed, "person", "people")} would change` : "Settings: looking who would change",
    blocks: [
      section(
        lines(
          `🔮 ${heading}`,
          ...changes.slice(0, 6).map((change) => `• ${inline(change, 200)}`),
          changes.length > 6 && `• and ${changes.length - 6} more`,
        ),
      ),
      ...(isReady && summary.changed > 0 ? effect(model) : []),
      ...(isReady && summary.escalations ? wouldCall(summary.escalations, model) : []),
      ...ending(model, isReady),
    ],
  };
}

function effect(model: PlanMatrixModel): KnownBlock[] {
  const { plan, movers, names } = model;
  const { status, stage, grade } = plan.summary;
  const fires = wouldFire(plan.summary);
  return [
    ...moves("Status", status, statusLabels),
    ...moves("Stage", stage, stageLabels),
    ...moves("Grade", grade, gradeLabels),
    ...(movers.length > 0 ? [divider, section(lines("*Furthest moved*", ...movers.slice(0, 5).map((change) => mover(change, names))))] : []),
    ...(fires.length > 0 ? [section(lines("*Would newly come up*", ...fires.slice(0, 10).map((each) => fire(each, names))))] : []),
    ...(plan.summary.triggers.some(({ passed }) => passed > 0) ? [context("Follow-ups whose time has already passed are left alone.")] : []),
  ];
}

/** From rows to columns, as a table: only what moves. */
function moves(title: string, all: Moves, labels: Record<string, { label: string }>): KnownBlock[] {
  if (all.length === 0) return [];
  const word = (id: string) => named(labels, id)?.label ?? id;
  const shown = all.toSorted((a, b) => b.count - a.count).slice(0, 12);
  const wide = Math.max(...shown.map(({ count }) => number(count).length));
  const from = Math.max(...shown.map((move) => word(move.from).length));
  const rows = shown.map((move) => `${number(move.count).padStart(wide)}  ${word(move.from).padEnd(from)} → ${word(move.to)}`);
  return [section(`*${title}*\n\`\`\`\n${rows.join("\n")}\n\`\`\``)];
}

function mover({ contactId, before, after, because }: PlanChangeRecord, names: ReadonlyMap<string, string>): string {
  const by = signed(after.score - before.score);
  const why = because[0] === undefined ? "" : `: ${inline(withoutQuotes(because[0]), 150)}`;
  return `• ${bold(names.get(contactId) ?? "Somebody", 60)} ${before.grade} → ${after.grade} (${by})${why}`;
}

const flagNames = new Map<string, string>([
  ["vip", flagLabels.vip.label],
  ["at_risk", flagLabels.atRisk.label],
]);

function fire({ kind, name, contacts }: WouldFire, names: ReadonlyMap<string, string>): string {
  const people = plural(contacts, "person", "people");
  if (kind === "flag") return `🚩 ${flagNames.get(name) ?? inline(name, 80)}: ${people}`;
  return `${kind === "signal" ? "🎯 Signal" : "📌 Follow-up"} “${inline(names.get(name) ?? name, 80)}”: ${people}`;
}

function ending({ plan, operation, apply, isStale }: PlanMatrixModel, isReady: boolean): KnownBlock[] {
  if (plan.applied !== null) return [context(applied(plan.applied, apply))];
  if (!isReady) {
    return operation.state === "failed" || operation.state === "cancelled" ? [context("It could not be found out. Try again.")] : [];
  }
  if (isStale) return [context("⚠️ The settings have been changed meanwhile: open them again to see the effect on today's.")];
  const value = `${plan.id}|${plan.hash ?? ""}`;
  return [
    actions(
      `plan:${plan.id}`,
      button("Apply", "plan:apply", value, {
        style: "primary",
        confirm: confirm("Change the settings?", "They hold for everybody from now on.", "Apply"),
      }),
      button("Discard", "plan:discard", plan.id),
    ),
    context("Nothing is changed before you press Apply."),
  ];
}

function applied({ version, summary }: NonNullable<PlanRecord["applied"]>, apply: PlanMatrixModel["apply"]): string {
  const apart = summary.apart.facts + summary.apart.time;
  const done = apply === null || apply.state === "completed" ? `${plural(summary.changed, "person", "people")} changed` : progress(apply);
  return dotted(`✅ Applied as version ${version}: ${done}`, apart > 0 && `${number(apart)} had moved on meanwhile`);
}

function progress({ done, total }: { done: number; total: number | null }): string {
  return total === null || total === 0 ? `${number(done)} people so far` : `${number(done)} of ${number(total)} people (${percent(done / total)})`;
}

import { styleText } from "node:util";
import Table from "cli-table3";
import type { Contactability } from "#core/model/contactability.ts";
import { gradeLabels, stageLabels, statusLabels } from "#core/model/labels.ts";
import type { SimulationResult } from "./run.ts";
import type { EntryKind, ScenarioEntry } from "./timeline.ts";
import { showInstant } from "./times.ts";

type Style = Parameters<typeof styleText>[0];

const marks: Record<EntryKind, { mark: string; style: Style }> = {
  in: { mark: "→", style: "cyan" },
  out: { mark: "←", style: "green" },
  delivery: { mark: "✉", style: "gray" },
  status: { mark: "◆", style: "magenta" },
  stage: { mark: "▸", style: "blue" },
  flag: { mark: "⚑", style: "yellow" },
  followup: { mark: "⏰", style: "yellow" },
  staff: { mark: "☞", style: "green" },
  world: { mark: "⚡", style: "red" },
  expected: { mark: "✓", style: "green" },
};

/** What happened, a line each, in the local time of the business. */
export function timelineText({ timeline, timeZone, failures }: SimulationResult): string {
  const width = Math.max(0, ...timeline.map(({ who }) => (who ?? "").length));
  const failed = new Set(failures.map(({ message }) => message));
  return timeline.map((entry) => lineOf(entry, timeZone, width, failed.has(entry.text))).join("\n");
}

function lineOf({ at, kind, who, text }: ScenarioEntry, timeZone: string, width: number, isFailure: boolean): string {
  const { mark, style } = isFailure ? { mark: "✗", style: "red" as const } : marks[kind];
  return `${styleText("gray", showInstant(at, timeZone))}  ${(who ?? "").padEnd(width)}  ${styleText(style, mark)} ${clean(text)}`;
}

/** How everybody stands at the end. */
export function contactsTable({ contacts, timeZone }: SimulationResult): string {
  const head = ["contact", "messages", "status", "stage", "grade", "score", "follow-up now?", "why"].map((word) => styleText("bold", word));
  const table = new Table({ head, style: { head: [], border: [] }, chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" } });
  for (const { name, contact: c, reach: decided } of contacts) {
    const reach = reachText(decided, timeZone);
    const { status, stage, grade } = c;
    table.push([
      name,
      c.messageCount,
      statusLabels[status].label,
      stageLabels[stage].label,
      gradeLabels[grade].label,
      c.score,
      reach,
      c.statusBecause,
    ]);
  }
  return table.toString();
}

function reachText({ decision, until, reasons }: Contactability, timeZone: string): string {
  const why = reasons.map(({ code }) => code).join(", ");
  return `${decision}${until === null ? "" : ` until ${showInstant(until, timeZone)}`}${why === "" ? "" : ` (${why})`}`;
}

/** For machines: times are ISO 8601. */
export function jsonOf({ start, end, timeZone, timeline, contacts, followUps, failures }: SimulationResult): string {
  const iso = (at: number) => new Date(at).toISOString();
  const shown = contacts.map(({ name, reach, contact: { id, status, statusBecause, stage, grade, score, vip, atRisk, optedOut, messageCount } }) => {
    return { name, id, status, statusBecause, stage, grade, score, vip, atRisk, optedOut, messageCount, followUpNow: reach };
  });
  const due = followUps.map(({ id, contactId, trigger, state, attempt, dueAt, reason, text, evidence }) => {
    return { id, contactId, trigger, state, attempt, dueAt: iso(dueAt), reason, text, evidence };
  });
  const entries = timeline.map(({ at, ...entry }) => ({ at: iso(at), ...entry }));
  return JSON.stringify({ start: iso(start), end: iso(end), timeZone, timeline: entries, contacts: shown, followUps: due, failures }, null, 2);
}

function clean(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\p{C}/gu, "");
}

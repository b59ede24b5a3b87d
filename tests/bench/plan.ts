import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import type { Settings } from "#core/model/settings.ts";
import { ask } from "./bulk.ts";
import type { BenchRow } from "./support/row.ts";
import { seedContacts } from "./support/seed.ts";
import { type Server, startServer } from "./support/server.ts";
import { type Cost, costOf, costRows } from "./support/work.ts";

/** Rows of a chunk of the raw run. */
const chunk = 2_000;
const probeMs = 20;
const messagesEach = 5;
const mostWithMessages = 100_000;

type State = { state: string };
type Plan = State & { id: string; hash: string; applied: null | State };

/** Plans and applies thresholds for all contacts of a data folder, and a signal for contacts that have written; its server must be stopped. */
export async function benchPlan(dataDir: string, count: number): Promise<BenchRow[]> {
  return [...(await benchThresholds(dataDir, count)), ...(await benchSignal(Math.min(count, mostWithMessages)))];
}

async function benchThresholds(dataDir: string, count: number): Promise<BenchRow[]> {
  const lower = (settings: Settings): Settings => ({ ...settings, scoring: { ...settings.scoring, grades: { A: 85, B: 55, C: 35, D: 10 } } });
  const { planned, applied } = await planAndApply(dataDir, count, lower);
  const limit = { perSecond: rawScan(dataDir, count), of: "raw: every row read, its state parsed" };
  const many = count.toLocaleString("en");
  return [
    ...costRows(`plan of thresholds over ${many} contacts`, planned, limit, { perCpuSecond: 15_000, heldMs: 100, grownMb: 128 }),
    ...costRows(`apply of thresholds to ${many} contacts`, applied, limit, { perCpuSecond: 5_000, heldMs: 100, grownMb: 128 }),
  ];
}

async function benchSignal(count: number): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  try {
    await (await startServer(dataDir)).stop();
    await seedContacts(dataDir, count, () => {}, messagesEach);
    const dearer = ({ scoring, ...settings }: Settings): Settings => ({
      ...settings,
      scoring: {
        ...scoring,
        signals: scoring.signals.map((signal) => (signal.id === "pricing_question" ? { ...signal, points: 45, cap: 45 } : signal)),
      },
    });
    const { planned, applied } = await planAndApply(dataDir, count, dearer);
    const limit = { perSecond: rawReadings(dataDir, count), of: `raw: ${messagesEach} readings each read and parsed` };
    const what = `a signal, ${count.toLocaleString("en")} contacts from their facts`;
    return [
      ...costRows(`plan of ${what}`, planned, limit, { perCpuSecond: 2_000, heldMs: 100, grownMb: 128 }),
      ...costRows(`apply of ${what}`, applied, limit, { perCpuSecond: 1_000, heldMs: 100, grownMb: 128 }),
    ];
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

async function planAndApply(dataDir: string, count: number, change: (settings: Settings) => Settings): Promise<{ planned: Cost; applied: Cost }> {
  const server = await startServer(dataDir);
  try {
    const { settings } = await ask<{ settings: Settings }>(server, "GET", "/v1/settings");
    const plan = await costOf(server, count, async () => {
      const { id } = await ask<Plan>(server, "POST", "/v1/settings/plan", { settings: change(settings) });
      return ended(server, id, (plan) => plan);
    });
    const apply = await costOf(server, count, async () => {
      await ask<Plan>(server, "POST", "/v1/settings/apply", { hash: plan.result.hash });
      return ended(server, plan.result.id, ({ applied }) => applied ?? { state: "queued" });
    });
    return { planned: plan.cost, applied: apply.cost };
  } finally {
    await server.stop();
  }
}

async function ended(server: Server, id: string, of: (plan: Plan) => State): Promise<Plan> {
  for (;;) {
    const plan = await ask<Plan>(server, "GET", `/v1/settings/plans/${id}`);
    const { state } = of(plan);
    if (state === "completed") return plan;
    if (!["queued", "running"].includes(state)) throw new Error(`the operation ${state}`);
    await new Promise((resolve) => setTimeout(resolve, probeMs));
  }
}

/** All rows of the contacts in chunks by id, with their states parsed, and nothing done to them. */
function rawScan(dataDir: string, count: number): number {
  return inChunks(dataDir, count, (db, agentId) => {
    const next = db.prepare("SELECT * FROM contacts WHERE agent_id = ? AND id > ? ORDER BY id LIMIT ?");
    return (last) => {
      const rows = next.all(agentId, last, chunk) as { id: string; state: string }[];
      for (const { state } of rows) JSON.parse(state);
      return rows.map(({ id }) => id);
    };
  });
}

/** The readings of all contacts in chunks by contact, parsed, and nothing folded. */
function rawReadings(dataDir: string, count: number): number {
  return inChunks(dataDir, count, (db, agentId) => {
    const next = db.prepare("SELECT id FROM contacts WHERE agent_id = ? AND id > ? ORDER BY id LIMIT ?").raw();
    const readings = db.prepare(`SELECT r.reading FROM json_each(?) AS j CROSS JOIN messages AS m ON m.agent_id = ? AND m.contact_id = j.value
      CROSS JOIN readings AS r ON r.agent_id = m.agent_id AND r.message_id = m.id AND r.effective = 1`);
    return (last) => {
      const ids = (next.all(agentId, last, chunk) as string[][]).map(([id]) => id ?? "");
      for (const [reading] of readings.raw().all(JSON.stringify(ids), agentId) as string[][]) JSON.parse(reading ?? "null");
      return ids;
    };
  });
}

type Step = (last: string) => string[];

/** Contacts that a second of a core reads, chunk after chunk: each step returns the ids it has read. */
function inChunks(dataDir: string, count: number, begin: (db: Database.Database, agentId: string) => Step): number {
  const db = new Database(join(dataDir, "rapport.db"));
  const [agent] = db.prepare("SELECT agent_id FROM contacts LIMIT 1").raw().all() as string[][];
  const step = begin(db, agent?.[0] ?? "");
  const started = process.cpuUsage();
  for (let last = ""; ; ) {
    const ids = step(last);
    last = ids.at(-1) ?? last;
    if (ids.length < chunk) break;
  }
  const { user, system } = process.cpuUsage(started);
  db.close();
  return (count / (user + system)) * 1e6;
}

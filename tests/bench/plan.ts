import { join } from "node:path";
import Database from "libsql";
import type { Settings } from "#core/model/settings.ts";
import { type BenchRow, ms, perSecond } from "./row.ts";
import { type Server, startServer } from "./server.ts";
import { watch } from "./watch.ts";

/** Rows of a chunk of the raw run. */
const chunk = 2_000;
const probeMs = 20;

type Plan = {
  id: string;
  state: string;
  hash: string;
  changed: number;
  progress: { done: number };
  applied: null | { state: string; changed: number };
};
type Watched = { plan: Plan; perSecond: number; longestMs: number; grownMb: number };

/** Plans thresholds and signals for all contacts of a data folder, and applies the first; its server must be stopped. */
export async function benchPlan(dataDir: string, count: number): Promise<BenchRow[]> {
  const server = await startServer(dataDir);
  const { settings } = await ask<{ settings: Settings }>(server, "GET", "/v1/settings");
  const { scoring } = settings;
  const grades = { ...settings, scoring: { ...scoring, grades: { A: 85, B: 55, C: 35, D: 10 } } };
  const signals = scoring.signals.map((signal) => (signal.id === "booking_attempted" ? { ...signal, points: 50, cap: 50 } : signal));
  const decided = await watched(server, count, "plan", { settings: grades });
  const folded = await watched(server, count, "plan", { settings: { ...settings, scoring: { ...scoring, signals } } });
  const applied = await watched(server, count, "apply", { hash: decided.plan.hash });
  await server.stop();
  const raw = rawScan(dataDir, count);
  const many = count.toLocaleString("en");
  return [
    ...rowsOf(`plan of thresholds over ${many} contacts`, decided, raw, 0.25),
    ...rowsOf(`plan of a signal over ${many} contacts, from their facts`, folded, raw, 0),
    ...rowsOf(`apply of thresholds to ${many} contacts`, applied, raw, 0),
  ];
}

function rowsOf(what: string, run: Watched, raw: number, goal: number): BenchRow[] {
  const ratio = run.perSecond / raw;
  const limit = `${perSecond(raw)} raw: every row read, its state parsed`;
  return [
    { what, measured: perSecond(run.perSecond), limit, ratio, goal: goal > 0 ? `≥ ${goal}×` : "", met: goal > 0 ? ratio >= goal : null },
    {
      what: `${what}, longest wait of a request meanwhile`,
      measured: ms(run.longestMs),
      limit: "",
      ratio: null,
      goal: "≤ 100 ms",
      met: run.longestMs <= 100,
    },
    { what: `${what}, growth of memory`, measured: `${run.grownMb.toFixed(0)} MB`, limit: "", ratio: null, goal: "", met: null },
  ];
}

async function watched(server: Server, count: number, verb: "plan" | "apply", body: object): Promise<Watched> {
  const before = server.memory().anonymous;
  const probe = watch(server);
  const started = performance.now();
  const begun = await ask<Plan>(server, "POST", `/v1/settings/${verb}`, body);
  const plan = await ended(server, begun.id, ({ state, applied }) => (verb === "plan" ? state : (applied?.state ?? "queued")));
  const took = performance.now() - started;
  const { longestMs, peak } = await probe.stop();
  return { plan, perSecond: (count / took) * 1000, longestMs, grownMb: Math.max(0, peak - before) };
}

async function ended(server: Server, id: string, stateOf: (plan: Plan) => string): Promise<Plan> {
  for (;;) {
    const plan = await ask<Plan>(server, "GET", `/v1/settings/plans/${id}`);
    if (stateOf(plan) === "completed") return plan;
    if (!["queued", "running"].includes(stateOf(plan))) throw new Error(`the operation ${stateOf(plan)}`);
    await new Promise((resolve) => setTimeout(resolve, probeMs));
  }
}

async function ask<T>({ url, key }: Server, method: string, path: string, body?: object): Promise<T> {
  const headers = { authorization: `Bearer ${key}`, ...(body && { "content-type": "application/json" }) };
  const answer = await fetch(`${url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** All rows of the contacts in chunks by id, with their states parsed, and nothing done to them. */
function rawScan(dataDir: string, count: number): number {
  const db = new Database(join(dataDir, "rapport.db"));
  const [agent] = db.prepare("SELECT agent_id FROM contacts LIMIT 1").raw().all() as string[][];
  const next = db.prepare("SELECT * FROM contacts WHERE agent_id = ? AND id > ? ORDER BY id LIMIT ?");
  const started = performance.now();
  let last = "";
  for (;;) {
    const rows = next.all(agent?.[0] ?? "", last, chunk) as { id: string; state: string }[];
    for (const { state } of rows) JSON.parse(state);
    last = rows.at(-1)?.id ?? last;
    if (rows.length < chunk) break;
  }
  db.close();
  return (count / (performance.now() - started)) * 1000;
}

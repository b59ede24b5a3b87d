import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { v7 } from "uuid";
import type { Queue, QueueJob } from "#core/ports/queue.ts";
import { openQueue } from "#db/queue/open-queue.ts";
import { jobTable, schema } from "#db/queue/pg-boss.ts";
import { openPglite } from "#db/queue/pglite-thread.ts";
import { has } from "#tests/support/services/needs.ts";
import { startPostgres } from "#tests/support/services/postgres.ts";
import { type BenchRow, median, ms, perSecond } from "./support/row.ts";

const rounds = 3;
const jobsARound = 20_000;
const rowsAStatement = 1_000;
const starts = 500;
const goal = 0.35;

type Place = { dataDir: string; url?: string | undefined };
type Raw = { run(text: string, values?: unknown[]): Promise<unknown>; close(): Promise<unknown> };

/** The queue's port: inserts against raw SQL, from insert to handler, start and memory, on each database that is there. */
export async function benchQueue(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  const rows: BenchRow[] = [];
  try {
    rows.push(...(await benchOn("embedded", { dataDir: join(folder, "embedded") }, async ({ dataDir }) => rawPglite(join(dataDir, "queue")))));
    if (!has.postgres) return rows;
    const server = await startPostgres();
    try {
      rows.push(...(await benchOn("PostgreSQL", { dataDir: folder, url: await server.database() }, ({ url = "" }) => rawPostgres(url))));
    } finally {
      await server.remove();
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function benchOn(name: string, place: Place, raw: (place: Place) => Promise<Raw>): Promise<BenchRow[]> {
  const first = inProcess(place);
  const later = inProcess(place);
  const queue = await openQueue(place);
  const inserted = await insertRounds((jobs) => queue.insert(jobs));
  const latencies = await timesToStart(queue);
  await queue.stop(0);
  const direct = await rawRounds(await raw(place));
  const ratio = inserted / direct;
  const [p50, p99] = [at(latencies, 0.5), at(latencies, 0.99)];
  const plain = { limit: "", ratio: null };
  return [
    {
      what: `queue, ${name}: jobs inserted`,
      measured: perSecond(inserted),
      limit: `${perSecond(direct)} raw SQL, the same rows, indexes and key`,
      ratio,
      goal: `≥ ${goal}×`,
      met: ratio >= goal,
    },
    { what: `queue, ${name}: insert to handler, p50`, measured: ms(p50), ...plain, goal: "≤ 15 ms", met: p50 <= 15 },
    { what: `queue, ${name}: insert to handler, p99`, measured: ms(p99), ...plain, goal: "≤ 100 ms", met: p99 <= 100 },
    { what: `queue, ${name}: first start`, measured: ms(first.startedInMs), ...plain, goal: "≤ 8 s", met: first.startedInMs <= 8_000 },
    { what: `queue, ${name}: later start`, measured: ms(later.startedInMs), ...plain, goal: "≤ 3 s", met: later.startedInMs <= 3_000 },
    { what: `queue, ${name}: idle memory added`, measured: `${later.addedMb.toFixed(0)} MB resident`, ...plain, goal: "", met: null },
  ];
}

function inProcess({ dataDir, url }: Place): { startedInMs: number; addedMb: number } {
  const said = execFileSync(process.execPath, ["tests/bench/support/queue-process.ts", dataDir, ...(url ? [url] : [])], { encoding: "utf8" });
  return JSON.parse(said);
}

/** For a type that nobody handles. */
function jobs(count: number): QueueJob[] {
  return Array.from({ length: count }, () => ({ id: v7(), type: "bench.kept", agentId: "agt_bench", payload: { messageId: "msg_bench" } }));
}

async function insertRounds(insert: (jobs: QueueJob[]) => Promise<unknown>): Promise<number> {
  const speeds: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const list = jobs(jobsARound);
    const began = performance.now();
    for (let from = 0; from < list.length; from += rowsAStatement) await insert(list.slice(from, from + rowsAStatement));
    // The first round warms up.
    if (round >= 0) speeds.push((jobsARound / (performance.now() - began)) * 1000);
  }
  return median(speeds);
}

/** One job after the other, in ms. */
async function timesToStart(queue: Queue): Promise<number[]> {
  let started = Promise.withResolvers<number>();
  const handler = async () => started.resolve(performance.now());
  await queue.work({ "bench.started": { handler, concurrency: 5, retries: 0 } }, []);
  const times: number[] = [];
  for (let index = 0; index < starts; index++) {
    started = Promise.withResolvers();
    const began = performance.now();
    await queue.insert(jobs(1).map((job) => ({ ...job, type: "bench.started" })));
    times.push((await started.promise) - began);
  }
  return times.sort((a, b) => a - b);
}

const at = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

async function rawRounds({ run, close }: Raw): Promise<number> {
  await run(`CREATE TABLE bench_raw (LIKE ${jobTable} INCLUDING ALL)`);
  await run(`ALTER TABLE bench_raw ADD FOREIGN KEY (name) REFERENCES ${schema}.queue DEFERRABLE INITIALLY DEFERRED`);
  const insert = `INSERT INTO bench_raw (id, name, group_id, data)
    SELECT id, type, "agentId", payload FROM json_to_recordset($1::text::json) AS x (id uuid, type text, "agentId" text, payload jsonb)`;
  const speed = await insertRounds((list) => run(insert, [JSON.stringify(list)]));
  await run("DROP TABLE bench_raw");
  await close();
  return speed;
}

async function rawPglite(folder: string): Promise<Raw> {
  const { db, close } = await openPglite(folder, () => {});
  return { run: (text, values) => db.executeSql(text, values), close };
}

async function rawPostgres(url: string): Promise<Raw> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return { run: (text, values) => client.query(text, values), close: () => client.end() };
}

import Database from "libsql";
import type { QuietHours } from "#core/model/contactability.ts";
import { decideContactability } from "#core/rules/contactability/decide.ts";
import { contactZones, nextAllowed } from "#core/rules/contactability/quiet-hours.ts";
import { contactabilitySql } from "#db/contactability.ts";
import { contactabilityColumns, noon, randomRow } from "#tests/support/records/contactability.ts";
import { randomFrom } from "#tests/support/records/random.ts";
import { type BenchRow, median, perSecond } from "./support/row.ts";

const night: QuietHours = { from: "21:00", to: "08:00" };
const chunk = 20_000;

/** How fast it is decided who may be written to: one by one in code, and a million recipients in SQL. */
export function benchContactability(count: number, rounds: number): BenchRow[] {
  return [
    ...[contactZones({ timeZone: "Asia/Manila", country: null }, "UTC"), contactZones({ timeZone: null, country: "US" }, "UTC")].map((zones) => {
      const us = microseconds(200_000, rounds, (index) => nextAllowed(noon + index * 1_000, zones, night).at);
      return row(`quiet hours, ${zones.zones.length} zones`, `${us.toFixed(2)} µs`, "≤ 5 µs", us <= 5);
    }),
    byFunction(rounds),
    bySql(count, rounds),
  ];
}

function byFunction(rounds: number): BenchRow {
  const random = randomFrom(1);
  const rows = Array.from({ length: 10_000 }, () => randomRow(random));
  const us = microseconds(200_000, rounds, (index) => {
    const facts = rows[index % rows.length];
    return facts ? decideContactability(facts).reasons.length : 0;
  });
  return row("contactability by function", `${us.toFixed(2)} µs, ${perSecond(1e6 / us)}`, "≤ 5 µs", us <= 5);
}

function bySql(count: number, rounds: number): BenchRow {
  const db = new Database(":memory:");
  fill(db, count);
  const asked = db.prepare(`SELECT decision, reason, count(*), max(until) FROM (${contactabilitySql("facts")}) GROUP BY 1, 2`);
  const seconds = timed(rounds, () => asked.all());
  const scanned = timed(rounds, () => db.prepare("SELECT purpose, opted_out, count(*), max(quiet_until) FROM facts GROUP BY 1, 2").all());
  db.close();
  const limit = `${(scanned * 1000).toFixed(0)} ms to group them by two columns`;
  const measured = `${(seconds * 1000).toFixed(0)} ms, ${perSecond(count / seconds)}`;
  return {
    ...row(`contactability by SQL, ${count.toLocaleString("en")} rows`, measured, "≥ 200,000/s", count / seconds >= 200_000),
    limit,
    ratio: seconds / scanned,
  };
}

function fill(db: Database.Database, count: number): void {
  const random = randomFrom(2);
  db.exec(`CREATE TABLE facts (${contactabilityColumns.map(({ column }) => column).join(", ")})`);
  const values = contactabilityColumns.map(({ field }) => `value ->> '${field}'`).join(", ");
  const insert = db.prepare(`INSERT INTO facts SELECT ${values} FROM json_each(?)`);
  for (let from = 0; from < count; from += chunk) {
    insert.run(JSON.stringify(Array.from({ length: Math.min(chunk, count - from) }, () => randomRow(random))));
  }
}

function row(what: string, measured: string, goal: string, met: boolean): BenchRow {
  return { what, measured, limit: "", ratio: null, goal, met };
}

function microseconds(times: number, rounds: number, work: (index: number) => number): number {
  let sum = 0;
  const seconds = timed(rounds, () => {
    for (let index = 0; index < times; index += 1) sum += work(index);
  });
  if (!Number.isFinite(sum)) throw new Error("an answer is no number");
  return (seconds * 1e6) / times;
}

/** Seconds on this core, the middle of some rounds after one that warms up. */
function timed(rounds: number, work: () => unknown): number {
  work();
  return median(
    Array.from({ length: rounds }, () => {
      const started = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1e6;
    }),
  );
}

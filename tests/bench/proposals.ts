import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SingleBar } from "cli-progress";
import Database from "libsql";
import { type Answer, ask, reached } from "./bulk.ts";
import type { BenchRow } from "./support/row.ts";
import { seedContacts } from "./support/seed.ts";
import { startServer } from "./support/server.ts";
import { type Cost, costOf, costRows } from "./support/work.ts";

/** One contact of so many has the e-mail of the one after it as well. */
const everyPair = 100;
/** And one of so many has an inbox of an office: all are alike, none is equal. */
const everyOffice = 20;

/** Finds the duplicates among made contacts through the API, against the bare query for keys that are shared; nothing but what was made is to be found. */
export async function benchProposals(count: number): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  await (await startServer(dataDir)).stop();
  const bar = new SingleBar({ format: `seeding ${count} contacts {bar} {percentage}%`, noTTYOutput: false });
  bar.start(count, 0);
  await seedContacts(dataDir, count, (done) => bar.update(done));
  bar.stop();
  try {
    const made = makeAddresses(dataDir, count);
    const first = await find(dataDir, count);
    const found = countProposals(dataDir);
    const again = await find(dataDir, count);
    const more = countProposals(dataDir) - found;
    const raw = rawGroups(dataDir, count);
    return toRows(count, made, found, more, first, again, raw);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

function toRows(count: number, made: number, found: number, more: number, first: Cost, again: Cost, raw: number): BenchRow[] {
  const what = `duplicates among ${count.toLocaleString("en")} contacts`;
  const limit = { perSecond: raw, of: "the bare GROUP BY" };
  const plain = { limit: "", ratio: null };
  const goals = { perCpuSecond: 50_000, heldMs: 50, grownMb: 128 };
  return [
    { what: `${what}: found of those made`, measured: `${found} of ${made}`, ...plain, goal: "all, no others", met: found === made },
    { what: `${what}: found once more`, measured: String(more), ...plain, goal: "0", met: more === 0 },
    ...costRows(what, first, limit, goals),
    ...costRows(`${what}, again`, again, limit, goals),
  ];
}

async function find(dataDir: string, count: number): Promise<Cost> {
  const server = await startServer(dataDir);
  try {
    const { result, cost } = await costOf(server, count, async () => {
      const { id } = await ask<Answer>(server, "POST", "/v1/contacts/duplicates");
      return reached(server, id, Number.POSITIVE_INFINITY);
    });
    if (result.state !== "completed" || result.done !== count) throw new Error(`the operation ${result.state} with ${result.done} of ${count} done`);
    return cost;
  } finally {
    await server.stop();
  }
}

/** E-mail and phone of every contact, declared; returns how many pairs share one. */
function makeAddresses(dataDir: string, count: number): number {
  const db = new Database(join(dataDir, "rapport.db"));
  const likeEmail = "lower(replace(substr(email, 1, instr(email, '@') - 1), '.', ''))";
  const insert = "INSERT INTO addresses(agent_id, contact_id, kind, value, verified, like_key)";
  db.exec("CREATE TEMP TABLE numbered AS SELECT row_number() OVER (ORDER BY id) AS n, agent_id, id, email, phone FROM contacts");
  db.exec(`${insert} SELECT agent_id, id, 'email', email, 0, ${likeEmail} FROM numbered`);
  db.exec(`${insert} SELECT agent_id, id, 'phone', phone, 0, substr(phone, -8) FROM numbered`);
  db.exec(`${insert} SELECT agent_id, id, 'email', 'info@office' || n || '.example', 0, 'info' FROM numbered WHERE n % ${everyOffice} = 1`);
  db.exec("CREATE INDEX temp.numbered_by_n ON numbered(n)");
  db.exec(`${insert} SELECT a.agent_id, a.id, 'email', b.email, 0, ${likeEmail.replaceAll("email", "b.email")}
    FROM numbered AS a CROSS JOIN numbered AS b ON b.n = a.n + 1 WHERE a.n % ${everyPair} = 0`);
  db.close();
  return Math.ceil(count / everyPair) - 1;
}

function countProposals(dataDir: string): number {
  const db = new Database(join(dataDir, "rapport.db"));
  const [row] = db.prepare("SELECT count(*) FROM proposals WHERE kind = 'merge'").raw().all() as number[][];
  db.close();
  return row?.[0] ?? 0;
}

/** Contacts that a second of a core groups by what they share in one statement, with everything blocked meanwhile. */
function rawGroups(dataDir: string, count: number): number {
  const db = new Database(join(dataDir, "rapport.db"));
  const query = db.prepare("SELECT count(*) FROM (SELECT 1 FROM addresses GROUP BY agent_id, kind, like_key HAVING count(*) > 1)").raw();
  query.all();
  const started = process.cpuUsage();
  query.all();
  const { user, system } = process.cpuUsage(started);
  db.close();
  return (count / (user + system)) * 1e6;
}

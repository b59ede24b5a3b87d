import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { type BenchRow, ms, perSecond } from "./support/row.ts";
import { type Server, startServer } from "./support/server.ts";
import { probeMs, watch } from "./support/watch.ts";
import { personOf } from "./support/words.ts";

/** Rows of a chunk of the raw run: as many as the product writes in one commit at most. */
const chunk = 1_000;
const warmUp = 1_000;
const goalPerSecond = 10_000;

type Import = { id: string; state: string; planId: string | null; operationId: string; counts: { rows: number; create: number; applied: number } };

/** Imports made people into an empty database through the API, then copies their contact rows in raw SQL. */
export async function benchImport(count: number): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  const server = await startServer(dataDir);
  // The queue is open and the caches are warm when it is measured.
  await importPeople(server, warmUp, count);
  const before = server.memory().anonymous;
  const probe = watch(server);
  const times = await importPeople(server, count, 0);
  const { longestMs, peak } = await probe.stop();
  const peakMb = peak - before;
  await server.stop();
  const raw = rawContacts(dataDir, count);
  rmSync(dataDir, { recursive: true });

  const what = `import of ${count.toLocaleString("en")} rows`;
  const plain = { limit: "", ratio: null };
  const rate = (took: number) => (count / took) * 1000;
  const rateRow = (step: string, took: number): BenchRow => ({
    what: `${what}, ${step}`,
    measured: perSecond(rate(took)),
    ...plain,
    goal: `≥ ${perSecond(goalPerSecond)}`,
    met: rate(took) >= goalPerSecond,
  });
  return [
    rateRow("upload and first two seconds of the dry run", times.stagedMs),
    rateRow("dry run, from the end of the upload", times.plannedMs),
    {
      what: `${what}, apply`,
      measured: perSecond(rate(times.appliedMs)),
      limit: `${perSecond(raw)} raw SQL, the contact rows alone in chunks of ${chunk}`,
      ratio: rate(times.appliedMs) / raw,
      goal: `≥ ${perSecond(goalPerSecond)}`,
      met: rate(times.appliedMs) >= goalPerSecond,
    },
    { what: `${what}, longest wait of a request meanwhile`, measured: ms(longestMs), ...plain, goal: "≤ 100 ms", met: longestMs <= 100 },
    { what: `${what}, growth of memory`, measured: `${peakMb.toFixed(0)} MB`, ...plain, goal: "", met: null },
  ];
}

async function importPeople(server: Server, count: number, from: number) {
  const began = performance.now();
  const file = await ask<Import>(server, "POST", "/v1/contacts/import", peopleOf(from, from + count), "text/csv");
  const uploaded = performance.now();
  const planned = await reached(server, file.id, "planned");
  const decided = performance.now();
  await ask(server, "POST", `/v1/imports/${file.id}/apply`, JSON.stringify({ planId: planned.planId }), "application/json");
  const applied = await reached(server, file.id, "applied");
  const ended = performance.now();
  if (applied.counts.applied !== count) throw new Error(`${applied.counts.applied} of ${count} rows were applied`);
  // The first two seconds of the dry run are spent before the upload is answered.
  const ahead = Math.min(2_000, uploaded - began);
  return { stagedMs: uploaded - began, plannedMs: decided - uploaded + ahead, appliedMs: ended - decided };
}

function peopleOf(from: number, to: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next = from;
  return new ReadableStream({
    pull: (controller) => {
      const lines = next === from ? ["name,email,phone,company,tags"] : [];
      for (const end = Math.min(to, next + 500); next < end; next++) {
        const { name, email, phone } = personOf(next);
        lines.push(`${name},${email},${phone},Company ${next % 1_000},tag ${next % 5}`);
      }
      controller.enqueue(encoder.encode(`${lines.join("\n")}\n`));
      if (next === to) controller.close();
    },
  });
}

async function ask<T>({ url, key }: Server, method: string, path: string, body?: BodyInit, type?: string): Promise<T> {
  const headers = { authorization: `Bearer ${key}`, ...(type && { "content-type": type }) };
  const answer = await fetch(`${url}${path}`, { method, headers, ...(body && { body, duplex: "half" }) } as RequestInit);
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function reached(server: Server, id: string, state: string): Promise<Import> {
  for (;;) {
    const file = await ask<Import>(server, "GET", `/v1/imports/${id}`);
    if (file.state === state) return file;
    if (file.state === "failed" || file.state === "staged") throw new Error(`the import is ${file.state}`);
    await new Promise((resolve) => setTimeout(resolve, probeMs));
  }
}

/** The same contact rows under other ids, set-based, with nothing else of a contact around them: a durable commit for each chunk. */
function rawContacts(dataDir: string, count: number): number {
  const db = new Database(join(dataDir, "rapport.db"));
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON", "cache_size = -65536"]) {
    db.prepare(`PRAGMA ${pragma}`).all();
  }
  const columns = (db.prepare("SELECT name FROM pragma_table_info('contacts') WHERE name NOT IN ('id', 'row')").raw().all() as string[][])
    .flat()
    .join(", ");
  const ids = (db.prepare("SELECT id FROM contacts LIMIT ?").raw().all(count) as string[][]).flat();
  const insert = db.prepare(
    `INSERT INTO contacts(id, ${columns}) SELECT c.id || 'x', ${columns} FROM json_each(?) AS j CROSS JOIN contacts AS c ON c.agent_id = ? AND c.id = j.value`,
  );
  const [agent] = db.prepare("SELECT agent_id FROM contacts LIMIT 1").raw().all() as string[][];
  const started = performance.now();
  for (let at = 0; at < ids.length; at += chunk) {
    db.prepare("BEGIN IMMEDIATE").run();
    insert.run(JSON.stringify(ids.slice(at, at + chunk)), agent?.[0] ?? "");
    db.prepare("COMMIT").run();
  }
  const took = performance.now() - started;
  db.close();
  return (ids.length / took) * 1000;
}

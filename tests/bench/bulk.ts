import { join } from "node:path";
import Database from "libsql";
import { type BenchRow, ms, perSecond } from "./support/row.ts";
import { type Server, startServer } from "./support/server.ts";
import { probeMs, watch } from "./support/watch.ts";

export { watch } from "./support/watch.ts";

/** Rows of a chunk of the raw run: as many as the product does in one commit at most. */
const chunk = 2_000;

export type Answer = { id: string; state: string; done: number };
/** `filledMb` is the growth of memory until a tenth is done, `grownMb` from there on. */
type Watched = { perSecond: number; longestMs: number; filledMb: number; grownMb: number; ms: number };

/** Tags every contact of a data folder through the API, then writes the same rows in raw SQL; its server must be stopped. */
export async function benchBulk(dataDir: string, count: number): Promise<BenchRow[]> {
  const server = await startServer(dataDir);
  const ids = await firstIds(server);
  await watched(server, { ids, action: "tag", confirm: ids.length }, ids.length);
  const all = await watched(server, { filter: { createdAfter: "1970-01-01" }, action: "tag", confirm: count }, count);
  const some = await watched(server, { ids, action: "tag", confirm: ids.length }, ids.length);
  await server.stop();
  const raw = await rawTags(dataDir, count);
  const rawSome = await rawTags(dataDir, ids.length);

  const ratio = all.perSecond / raw.perSecond;
  const plain = { limit: "", ratio: null };
  const what = `bulk tag of ${count.toLocaleString("en")} contacts`;
  return [
    {
      what,
      measured: perSecond(all.perSecond),
      limit: `${perSecond(raw.perSecond)} raw SQL, the same rows in chunks of ${chunk}`,
      ratio,
      goal: "≥ 0.67×",
      met: ratio >= 0.67,
    },
    { what: `${what}, longest wait of a request meanwhile`, measured: ms(all.longestMs), ...plain, goal: "≤ 100 ms", met: all.longestMs <= 100 },
    {
      what: `${what}, growth of memory after the first tenth, when the database's caches are full`,
      measured: `${all.grownMb.toFixed(0)} MB`,
      limit: `${all.filledMb.toFixed(0)} MB before`,
      ratio: null,
      goal: "≤ 32 MB",
      met: all.grownMb <= 32,
    },
    {
      what: `bulk tag of ${ids.length.toLocaleString("en")} ids, from the request to the end`,
      measured: ms(some.ms),
      limit: `${ms(rawSome.ms)} raw SQL`,
      ratio: some.ms / rawSome.ms,
      goal: "",
      met: null,
    },
  ];
}

export async function ask<T>({ url, key }: Server, method: string, path: string, body?: object): Promise<T> {
  const headers = { authorization: `Bearer ${key}`, ...(body && { "content-type": "application/json" }) };
  const answer = await fetch(`${url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function firstIds(server: Server): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = ""; ids.length < 1_000; ) {
    const page = await ask<{ data: { id: string }[]; nextCursor: string | null }>(server, "GET", `/v1/contacts?limit=200${cursor}`);
    ids.push(...page.data.map(({ id }) => id));
    if (page.nextCursor === null) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  return ids;
}

/** Carries an order out with a new tag, while somebody else asks for /health and memory is looked at. */
async function watched(server: Server, order: object, count: number): Promise<Watched> {
  const tag = await ask<{ id: string }>(server, "POST", "/v1/tags", { name: `Bulk ${crypto.randomUUID()}` });
  const before = server.memory().anonymous;
  const probe = watch(server);
  const started = performance.now();
  const { id } = await ask<Answer>(server, "POST", "/v1/contacts/bulk", { ...order, tagId: tag.id });
  await reached(server, id, count / 10);
  const filled = server.memory().anonymous;
  const ended = await reached(server, id, Number.POSITIVE_INFINITY);
  const took = performance.now() - started;
  const { longestMs, peak } = await probe.stop();
  if (ended.state !== "completed" || ended.done !== count) throw new Error(`the operation ${ended.state} with ${ended.done} of ${count} done`);
  return { perSecond: (count / took) * 1000, longestMs, filledMb: filled - before, grownMb: Math.max(0, peak - filled), ms: took };
}

/** When so many are done, or it has ended. */
export async function reached(server: Server, id: string, done: number): Promise<Answer> {
  for (;;) {
    const operation = await ask<Answer>(server, "GET", `/v1/operations/${id}`);
    if (operation.done >= done || (operation.state !== "queued" && operation.state !== "running")) return operation;
    await new Promise((resolve) => setTimeout(resolve, probeMs));
  }
}

/** The same rows with nothing around them: a durable commit for each chunk of ids. */
async function rawTags(dataDir: string, count: number): Promise<{ perSecond: number; ms: number }> {
  const db = new Database(join(dataDir, "rapport.db"));
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON", "cache_size = -65536"]) {
    db.prepare(`PRAGMA ${pragma}`).all();
  }
  const [agent] = db.prepare("SELECT agent_id FROM contacts LIMIT 1").raw().all() as string[][];
  const [agentId, tagId, at] = [agent?.[0] ?? "", `tag_${crypto.randomUUID()}`, Date.now()];
  db.prepare("INSERT INTO tags(id, agent_id, name, name_key, created_at) VALUES (?, ?, ?, ?, ?)").run(tagId, agentId, tagId, tagId, at);
  const next = db.prepare("SELECT id FROM contacts WHERE agent_id = ? AND id > ? ORDER BY id LIMIT ?").raw();
  const update = db.prepare("UPDATE contacts SET updated_at = ? WHERE agent_id = ? AND id IN (SELECT value FROM json_each(?))");
  const insert = db.prepare("INSERT INTO contact_tags(agent_id, contact_id, tag_id, created_at) SELECT ?, value, ?, ? FROM json_each(?)");
  const started = performance.now();
  let last = "";
  for (let left = count; left > 0; left -= chunk) {
    const ids = (next.all(agentId, last, Math.min(left, chunk)) as string[][]).map(([id]) => id ?? "");
    last = ids.at(-1) ?? last;
    db.prepare("BEGIN IMMEDIATE").run();
    update.run(at, agentId, JSON.stringify(ids));
    insert.run(agentId, tagId, at, JSON.stringify(ids));
    db.prepare("COMMIT").run();
  }
  const took = performance.now() - started;
  db.close();
  return { perSecond: (count / took) * 1000, ms: took };
}

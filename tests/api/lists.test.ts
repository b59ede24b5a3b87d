import { describe, expect, it } from "vitest";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { FailedJob } from "#core/ports/queue.ts";
import { type Client, idleBackground, type TestApp, testApp } from "../support/app.ts";
import { guarded } from "../support/operations.ts";
import { fill } from "../support/records/one-of-each.ts";
import { twoOfEach } from "../support/records/two-of-each.ts";

type List = { id: string; path: string; query: Record<string, unknown> };
type ListPage = { entries: unknown[]; nextCursor: string | null };

const operations = guarded.filter(({ method, answers }) => method === "GET" && answers.some(({ name }) => name === "nextCursor"));

const failedJob = (id: string): FailedJob => ({ id, type: "card.show", agentId: "agt", payload: {}, failedAt: 1, attempts: 3, error: "gone" });
const failedJobs = [failedJob("1"), failedJob("2"), failedJob("3")];
const background = {
  ...idleBackground,
  queue: {
    ...idleBackground.queue,
    failed: async (_agentId: string, { limit, cursor }: { limit: number; cursor: string | null }) => {
      const from = Number(cursor ?? 0);
      const end = from + limit;
      return { data: failedJobs.slice(from, end), nextCursor: end < failedJobs.length ? String(end) : null };
    },
  },
};

/** An agent with several entries in every list of the document, and the lists with its ids in their paths. */
async function filledApp(): Promise<{ app: TestApp; lists: List[] }> {
  const app = await testApp({ background });
  const ids = await twoOfEach(app);
  await addTriggered(app);
  const lists = operations.map((operation) => ({ id: operation.id, path: fill(operation, ids), query: operation.query }));
  return { app, lists };
}

/** A follow-up of a trigger beside those of people, so that the report has two lines. */
async function addTriggered({ ctx }: TestApp): Promise<void> {
  const [reminder] = (await ctx.store.followUps.list({}, { limit: 1, cursor: null })).data;
  if (!reminder) throw new Error("there is no follow-up to copy");
  await ctx.store.commit(new ChangeSet().insert("followups", { ...reminder, id: "fup_triggered", kind: "ghosting", trigger: "ghosting" }));
}

async function read(client: Client, path: string): Promise<ListPage> {
  const { data, entries = data, nextCursor } = (await client.get(path)).is<{ data: unknown[]; entries?: unknown[]; nextCursor: string | null }>(200);
  return { entries, nextCursor };
}

const pageAfter = (path: string, cursor: string | null, more = "") =>
  `${path}?limit=1${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}${more}`;

/** All entries, read one at a time. */
async function walk(client: Client, path: string): Promise<unknown[]> {
  const entries: unknown[] = [];
  let cursor: string | null = null;
  do {
    const page: ListPage = await read(client, pageAfter(path, cursor));
    entries.push(...page.entries);
    cursor = page.nextCursor;
  } while (cursor !== null && entries.length < 500);
  return entries;
}

/** What is said of a cursor: the status, and which parameter is at fault. */
async function verdict(client: Client, path: string): Promise<string> {
  const { status, body } = await client.get(path);
  const { errors = [] } = body as { errors?: { parameter?: string }[] };
  return [status, ...errors.map(({ parameter }) => parameter)].join(" ");
}

describe("every list of the document", () => {
  it("takes a limit and a cursor", () => {
    expect(operations.length).toBeGreaterThan(30);
    expect(operations.filter(({ query }) => !("limit" in query && "cursor" in query)).map(({ id }) => id)).toEqual([]);
  });

  it("gives each entry once when it is read one at a time, in the order of the whole", async () => {
    const { app, lists } = await filledApp();

    for (const { id, path } of lists) {
      const whole = (await read(app, `${path}?limit=200`)).entries;
      expect([id, whole.length > 1]).toEqual([id, true]);
      expect([id, await walk(app, path)]).toEqual([id, whole]);
    }
  }, 60_000);

  it("refuses a cursor of another list, of another agent, and one that was changed or cut", async () => {
    const { app, lists } = await filledApp();
    await twoOfEach(app.otherAgent);
    const cursors = new Map<string, string>();
    for (const { id, path } of lists) cursors.set(id, (await read(app, pageAfter(path, null))).nextCursor ?? "");

    const accepted: string[] = [];
    const expectRefusal = async (what: string, client: Client, path: string) => {
      const said = await verdict(client, path);
      if (said !== "422 cursor") accepted.push(`${what}: ${said}`);
    };
    for (const { id, path } of lists) {
      for (const [other, cursor] of cursors) if (other !== id) await expectRefusal(`${other} in ${id}`, app, pageAfter(path, cursor));
      const own = cursors.get(id) ?? "";
      await expectRefusal(`${id} cut`, app, pageAfter(path, own.slice(0, -1)));
      await expectRefusal(`${id} cut short`, app, pageAfter(path, own.slice(0, 5)));
      await expectRefusal(`${id} changed`, app, pageAfter(path, `${own.startsWith("W") ? "X" : "W"}${own.slice(1)}`));
      if (!/\/v1\/agents|\/(con|pln|imp)_/.test(path)) await expectRefusal(`${id} of another agent`, app.otherAgent, pageAfter(path, own));
    }

    expect(accepted).toEqual([]);
  }, 60_000);

  it("refuses a cursor of the same list under another filter, order or grouping", async () => {
    const { app, lists } = await filledApp();

    const said: string[] = [];
    for (const { id, path, query } of lists) {
      const { nextCursor } = await read(app, pageAfter(path, null));
      for (const [name, value] of Object.entries(query).filter(([each]) => !["limit", "cursor", "total"].includes(each))) {
        const changed = id === "listContacts" && name === "sort" ? "name" : String(value);
        said.push(`${id} ${name} ${await verdict(app, pageAfter(path, nextCursor, `&${name}=${encodeURIComponent(changed)}`))}`);
      }
    }

    expect(said.length).toBeGreaterThan(25);
    expect(said.filter((line) => !line.endsWith(" 422 cursor"))).toEqual([]);
  }, 60_000);

  it("takes its own cursor whatever the limit, whether the total is asked for, with a slash at the end of the path", async () => {
    const { app } = await filledApp();
    const { nextCursor } = await read(app, "/v1/contacts?limit=1");

    for (const path of ["/v1/contacts?limit=2", "/v1/contacts?total=true", "/v1/contacts/?limit=1", "/v1/contacts?sort=-lastSeenAt"]) {
      (await app.get(`${path}&cursor=${nextCursor}`)).is(200);
    }
  });
});

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type Embedded, openEmbedded } from "#api/cli/replay/embedded.ts";
import { feed } from "#api/cli/replay/feed.ts";
import { followUpTable, writeFollowUps } from "#api/cli/replay/followups.ts";
import { countLines, readLines } from "#api/cli/replay/lines.ts";
import type { ReplayOutcome } from "#api/cli/replay/outcome.ts";
import { type ContactRow, countTable, readContacts, readCounts } from "#api/cli/replay/report.ts";
import { get, ReplayError } from "#api/cli/replay/server.ts";

const folder = () => mkdtempSync(join(tmpdir(), "rapport-replay-test-"));
const open: Embedded[] = [];

async function server(isVirtual = false): Promise<Embedded> {
  const embedded = await openEmbedded(folder(), isVirtual);
  open.push(embedded);
  return embedded;
}

function fileOf(...lines: (object | string)[]): string {
  const path = join(folder(), "records.jsonl");
  writeFileSync(path, lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join(""));
  return path;
}

async function replay(path: string, { target, virtual }: Embedded): Promise<ReplayOutcome> {
  return feed(readLines(path), target, { now: Date.now(), count: await countLines(path), remember: 10, virtual });
}

const contactsOf = ({ target }: Embedded) => get<{ data: (ContactRow & { lastSeenAt: string })[] }>(target, "/v1/contacts?sort=createdAt");

const booking = (id: string, at?: string) => ({
  id,
  turns: [
    { role: "customer", text: "Hi, I'd like to book a table for two on Friday", ...(at ? { at } : {}) },
    { role: "agent", text: "Friday at 7 PM is free. Shall I book it?" },
    { role: "customer", text: "Yes please" },
    { role: "agent", text: "Your booking is confirmed for Friday, 7 PM." },
  ],
});
const message = (text: string) => ({ channel: "telegram", from: { externalId: "u-1", name: "Ana" }, text });

afterEach(async () => {
  for (const embedded of open.splice(0)) await embedded.close();
});

describe("a replay", () => {
  it("turns dialogues and messages into classified contacts", async () => {
    const embedded = await server();
    const path = fileOf(booking("d1"), message("How much is the large one?"), message("ok"));

    const outcome = await replay(path, embedded);

    expect(outcome).toMatchObject({ lines: 3, added: 6, known: 0, refused: 0, failedLines: 0 });
    const { data } = await contactsOf(embedded);
    expect(data.map(({ name, channels, messageCount, status, stage }) => ({ name, channels, messageCount, status, stage }))).toEqual([
      { name: null, channels: ["web"], messageCount: 4, status: "converted", stage: "in_progress" },
      { name: "Ana", channels: ["telegram"], messageCount: 2, status: "new", stage: "inquiry" },
    ]);
  });

  it("changes nothing the second time", async () => {
    const embedded = await server();
    const path = fileOf(booking("d1"), message("How much is it?"), message("How much is it?"));
    const first = await replay(path, embedded);
    const before = await contactsOf(embedded);

    const second = await replay(path, embedded);

    expect(first).toMatchObject({ added: 6, known: 0 });
    expect(second).toMatchObject({ added: 0, known: 6, failedLines: 0 });
    expect(await contactsOf(embedded)).toEqual(before);
  });

  it("counts a bad line and a refused message, names them, and takes the rest", async () => {
    const embedded = await server();
    const emptyTurn = {
      id: "d2",
      turns: [
        { role: "customer", text: "hello" },
        { role: "agent", text: "" },
      ],
    };
    const path = fileOf("{ not json", booking("d1"), emptyTurn, { ...message("hi"), channel: "pigeon" });

    const outcome = await replay(path, embedded);

    expect(outcome).toMatchObject({ lines: 4, added: 5, refused: 2, failedLines: 3 });
    expect(outcome.faults.map(({ line, detail }) => [line, detail])).toEqual([
      [1, "is not valid JSON; every line is one record"],
      [3, expect.stringContaining("/text")],
      [4, expect.stringContaining("/channel")],
    ]);
  });

  it("takes a message apart from the others when the server refuses their whole batch", async () => {
    const embedded = await server();
    const path = fileOf(message("before"), message("x".repeat(7_000_000)), message("after"));

    const outcome = await replay(path, embedded);

    expect(outcome).toMatchObject({ added: 2, refused: 1, failedLines: 1 });
    expect(outcome.faults[0]?.line).toBe(2);
  });

  it("goes through more messages than one request may hold", async () => {
    const embedded = await server();
    const path = fileOf(...Array.from({ length: 300 }, (_, index) => booking(`d${index}`)));

    const outcome = await replay(path, embedded);

    expect(outcome).toMatchObject({ lines: 300, added: 1200, failedLines: 0 });
    expect(outcome.contacts.size).toBe(10);
    expect((await readCounts(embedded.target)).total).toBe(300);
  });

  it("stops with a word on what to do when the key is wrong or nobody answers", async () => {
    const { target } = await server();

    await expect(get({ ...target, key: "x".repeat(30) }, "/v1/contacts")).rejects.toThrow("does not know the key");
    await expect(get({ ...target, patience: 1, answer: () => Promise.reject(new Error("refused")) }, "/v1/contacts")).rejects.toThrow(ReplayError);
  });
});

describe("virtual time", () => {
  const old = "2019-03-01T10:00:00Z";

  it("ends old conversations as they stood on their last day", async () => {
    const path = fileOf(booking("d1", old));
    const [real, virtual] = [await server(), await server(true)];
    await replay(path, real);
    await replay(path, virtual);

    expect((await contactsOf(real)).data[0]).toMatchObject({ status: "churned", lastSeenAt: "2019-03-01T10:02:00.000Z" });
    expect((await contactsOf(virtual)).data[0]).toMatchObject({ status: "converted", lastSeenAt: "2019-03-01T10:02:00.000Z" });
  });

  it("does what is due on the way: a customer who went silent is churned by the time another one writes", async () => {
    const embedded = await server(true);
    const later = { id: "d2", turns: [{ role: "customer", text: "hello", at: "2019-06-01T10:00:00Z" }] };

    await replay(fileOf(later, booking("d1", old)), embedded);

    const { data } = await contactsOf(embedded);
    expect(data.map(({ status }) => status)).toEqual(["churned", "new"]);
  });

  it("brings up follow-ups on the records' clock, each with why it is there", async () => {
    const embedded = await server(true);
    const promised = {
      id: "d3",
      turns: [
        { role: "customer", text: "Do you have a family room at Easter?", at: old },
        { role: "agent", text: "Let me ask the manager, I'll get back to you tomorrow." },
      ],
    };
    const later = { id: "d2", turns: [{ role: "customer", text: "hello", at: "2019-03-03T10:00:00Z" }] };
    const json = join(folder(), "followups.json");

    await replay(fileOf(promised, later), embedded);
    await writeFollowUps(embedded.store, json);

    const all: unknown = JSON.parse(readFileSync(json, "utf8"));
    expect(all).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          from: ["d3"],
          trigger: "promise",
          state: "proposed",
          dueAt: "2019-03-02T09:00:00.000Z",
          createdAt: "2019-03-01T11:00:00.000Z",
          evidence: [expect.objectContaining({ quote: expect.stringContaining("get back to you tomorrow") })],
        }),
      ]),
    );
    expect(await followUpTable(embedded.store)).toMatch(/promise/);
  });

  it("shows no table where nothing came due", async () => {
    const embedded = await server(true);

    await replay(fileOf(message("hello")), embedded);

    expect(await followUpTable(embedded.store)).toBe("");
  });
});

// Each starts processes of its own, which takes its time on a busy machine.
describe("the command", { timeout: 60_000 }, () => {
  const run = (...given: string[]) => spawnSync(process.execPath, ["api/cli/replay/main.ts", ...given], { encoding: "utf8", env: { NO_COLOR: "1" } });

  it("shows contacts and pipeline, and fails when a line did", () => {
    const good = run(fileOf(booking("d1")), "--embedded");
    const bad = run(fileOf(booking("d1"), "nonsense"), "--embedded", "--show", "0");

    expect(good.stdout).toMatch(/1 records.*4 new messages[\s\S]*Web .* 4 .* Converted .* In Progress[\s\S]*Pipeline[\s\S]*Converted +│ +1/);
    expect([good.status, bad.status]).toEqual([0, 1]);
    expect(bad.stderr).toMatch(/records\.jsonl:2 is not valid JSON/);
    expect(bad.stdout).not.toContain("language");
  });

  it("says what is wrong with how it was called", () => {
    expect(run("nowhere.jsonl", "--embedded")).toMatchObject({ status: 1, stderr: expect.stringContaining("nowhere.jsonl does not exist") });
    expect(run("x", "--json", "y")).toMatchObject({ status: 1, stderr: expect.stringContaining("--virtual-time") });
    expect(run("x", "--virtual-time")).toMatchObject({ status: 1, stderr: expect.stringContaining("--embedded") });
  });
});

describe("the example", () => {
  it("fills a pipeline: every stage, every grade, every status", async () => {
    const embedded = await server();

    const outcome = await replay("api/cli/replay/example.jsonl", embedded);

    expect(outcome).toMatchObject({ failedLines: 0, refused: 0 });
    expect(await readContacts(embedded.target, outcome.contacts)).toHaveLength(10);
    const counts = await readCounts(embedded.target);
    const empty = counts.by.flatMap(({ title, rows }) => rows.filter(([, count]) => count === 0).map(([word]) => `${title} ${word}`));
    expect(empty, countTable(counts)).toEqual([]);
  });
});

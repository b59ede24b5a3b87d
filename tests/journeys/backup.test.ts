import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { BackupError } from "#db/backup/contents.ts";
import { fileFault } from "#db/backup/file-fault.ts";
import { type Child, startChild } from "#tests/faults/child.ts";
import { tempFolder } from "#tests/support/database.ts";
import { childEnvironment } from "#tests/support/services/child-environment.ts";
import { has } from "#tests/support/services/needs.ts";
import { startSqld } from "#tests/support/services/sqld.ts";

type Running = { url: string; key: string; child: Child };

async function start(dataDir: string, env: Record<string, string> = {}): Promise<Running> {
  const child = startChild("api/node.ts", [], { DATA_DIR: dataDir, PORT: "0", ...env });
  onTestFinished(() => child.kill("SIGKILL"));
  const url = await child.hear(/(http:\/\/127[^"\s]+)/);
  return { url, key: readFileSync(join(dataDir, "admin.key"), "utf8").trim(), child };
}

async function stop({ child }: Running): Promise<void> {
  child.kill("SIGTERM");
  expect(await child.ended).toBe(0);
}

/** What the command prints; its error output when it ends with another code than 0. */
async function command(name: "backup" | "restore", args: readonly string[], env: Record<string, string>): Promise<{ code: number; printed: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [`api/cli/${name}.ts`, ...args], { env: childEnvironment(env) });
    return { code: 0, printed: stdout };
  } catch (error) {
    // execFile rejects with what the command has printed.
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, printed: stderr };
  }
}

async function call(server: Running, method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${server.key}`, "content-type": "application/json" };
  const response = await fetch(server.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === "" ? {} : JSON.parse(text);
}

const write = (server: Running, person: string, text: string) =>
  call(server, "POST", "/v1/messages", { channel: "telegram", from: { externalId: person, name: `Person ${person}` }, text });

type Contacts = { data: { id: string; name: string; messageCount: number }[] };
// The API's own tests hold what its answers look like.
const contactsOf = async (server: Running) => (await call(server, "GET", "/v1/contacts?limit=200")) as unknown as Contacts;

/** The counts of the inbox, which triggers keep, are those of its rows. */
async function expectCountedConversations(server: Running): Promise<void> {
  type Inbox = { data: { state: string }[]; counts: Record<string, number>; total: number };
  // The API's own tests hold what its answers look like.
  const { data, counts, total } = (await call(server, "GET", "/v1/conversations?limit=200&total=true")) as unknown as Inbox;
  const counted = Object.groupBy(data, ({ state }) => state);
  const states = Object.keys(counts);
  expect(Object.fromEntries(states.map((state) => [state, counted[state]?.length ?? 0]))).toEqual(counts);
  expect([data.length, (counts.waiting ?? 0) > 0]).toEqual([total, true]);
}

function folder() {
  const held = tempFolder();
  onTestFinished(held.remove);
  return held;
}

describe("a backup", { timeout: 120_000 }, () => {
  it("is taken while messages come in, and comes back whole: every contact has the messages that it counts", async () => {
    const { file } = folder();
    const server = await start(file("data"));
    for (let at = 0; at < 10; at++) await write(server, `before${at}`, "How much is the room?");
    let isDone = false;
    const busy = (async () => {
      for (let at = 0; !isDone; at++) await write(server, `meanwhile${at % 7}`, `Can I book it for ${at} people?`);
    })();

    const made = await command("backup", [file("one.backup")], { DATA_DIR: file("data") });
    isDone = true;
    await busy;
    await stop(server);

    expect(made).toEqual({ code: 0, printed: expect.stringMatching(/one\.backup: \d+ contacts, \d+ messages/) });
    expect(statSync(file("one.backup")).mode & 0o777).toBe(0o600);
    const restored = await command("restore", [file("one.backup")], { DATA_DIR: file("new") });
    expect(restored).toEqual({ code: 0, printed: expect.stringContaining("Start the server") });
    expect(statSync(file("new/secret.key")).mode & 0o777).toBe(0o600);
    const again = await start(file("new"));
    expect(again.key).toBe(server.key);
    const { data } = await contactsOf(again);
    expect(data.length).toBeGreaterThanOrEqual(10);
    for (const { id, messageCount } of data) {
      // A page, as every list of the API gives.
      const messages = (await call(again, "GET", `/v1/contacts/${id}/messages?limit=200`)) as unknown as { data: unknown[] };
      expect(messages.data).toHaveLength(messageCount);
    }
    await expectCountedConversations(again);
    await write(again, "before0", "And is breakfast included?");
    await stop(again);
  });

  it("does not bring back people who were deleted after it was made, and holds no word of those deleted before", async () => {
    const { file } = folder();
    const server = await start(file("data"));
    const early = await write(server, "early", "secretword of the first");
    await write(server, "late", "Hello");
    await call(server, "DELETE", `/v1/contacts/${(early.contact as { id: string }).id}`);
    expect((await command("backup", [file("one.backup")], { DATA_DIR: file("data") })).code).toBe(0);
    const { data } = await contactsOf(server);
    await call(server, "DELETE", `/v1/contacts/${data[0]?.id}`);
    await stop(server);

    const restored = await command("restore", [file("one.backup"), "--erasures", file("data")], { DATA_DIR: file("new") });

    expect(restored).toEqual({ code: 0, printed: expect.stringContaining("1 people deleted after") });
    expect(readFileSync(file("one.backup"), "latin1")).not.toContain("secretword");
    for (const name of readdirSync(file("new"))) expect(readFileSync(file(`new/${name}`), "latin1")).not.toContain("Person late");
    expect(await contactsOf(await start(file("new")))).toMatchObject({ data: [] });
  });

  it("keeps whoever opted out and was deleted, before or after it was made, opted out when they are met again, and no address readable", async () => {
    const { file } = folder();
    const server = await start(file("data"));
    const leave = async (person: string) => {
      const { contact } = await write(server, person, "STOP");
      // The answer holds the contact that the message made.
      return (contact as { id: string }).id;
    };
    const early = await leave("early-5550001");
    const late = await leave("late-5550002");
    await call(server, "DELETE", `/v1/contacts/${early}`);
    expect((await command("backup", [file("one.backup")], { DATA_DIR: file("data") })).code).toBe(0);
    await call(server, "DELETE", `/v1/contacts/${late}`);
    await stop(server);

    expect((await command("restore", [file("one.backup"), "--erasures", file("data")], { DATA_DIR: file("new") })).code).toBe(0);

    const db = new Database(file("new/rapport.db"), { readonly: true });
    expect(db.prepare("SELECT count(DISTINCT hash) AS n FROM suppressions").all()).toEqual([{ n: 2 }]);
    db.close();
    for (const name of [...readdirSync(file("new")).map((each) => `new/${each}`), "data/rapport.db"]) {
      const bytes = readFileSync(file(name), "latin1");
      expect([name, ["early-5550001", "late-5550002"].filter((word) => bytes.includes(word))]).toEqual([name, []]);
    }
    const again = await start(file("new"));
    for (const person of ["early-5550001", "late-5550002"]) {
      expect([person, await write(again, person, "Hello")]).toMatchObject([person, { contact: { optedOut: true } }]);
    }
    expect(await write(again, "other", "Hello")).toMatchObject({ contact: { optedOut: false } });
  });

  it("holds what waited to be sent, unless the installation never ran again", async () => {
    const { file } = folder();
    const server = await start(file("data"));
    await write(server, "one", "Hello");
    await stop(server);
    queueDelivery(file("data/rapport.db"));
    expect((await command("backup", [file("one.backup")], { DATA_DIR: file("data") })).code).toBe(0);

    const held = await command("restore", [file("one.backup")], { DATA_DIR: file("held") });
    const moved = await command("restore", [file("one.backup"), "--continue-sending"], { DATA_DIR: file("moved") });

    expect(held.printed).toContain("1 messages that waited to be sent");
    expect([held.code, moved.code]).toEqual([0, 0]);
    expect(deliveryStates(file("held/rapport.db"))).toEqual(["unknown"]);
    expect(deliveryStates(file("moved/rapport.db"))).toEqual(["queued"]);
  });

  it("is one whole file after a clean stop", async () => {
    const { file } = folder();
    const server = await start(file("data"));
    await write(server, "one", "Hello");
    await stop(server);

    const db = new Database(file("data/rapport.db"), { readonly: true });
    const size = statSync(file("data/rapport.db-wal"), { throwIfNoEntry: false })?.size ?? 0;
    expect([size, (db.prepare("SELECT count(*) FROM messages").raw().all() as number[][])[0]?.[0]]).toEqual([0, 1]);
    db.close();
  });

  it.skipIf(!has.sqld)("is taken of a libSQL server too, and comes back as a file", async () => {
    const { file } = folder();
    const sqld = await startSqld();
    onTestFinished(sqld.stop);
    const env = { DATABASE_URL: sqld.url };
    const server = await start(file("data"), env);
    for (let at = 0; at < 5; at++) await write(server, `person${at}`, "How much is the room?");
    const before = await contactsOf(server);

    const made = await command("backup", [file("one.backup")], { DATA_DIR: file("data"), ...env });
    await stop(server);
    const restored = await command("restore", [file("one.backup")], { DATA_DIR: file("new") });

    expect(made).toEqual({ code: 0, printed: expect.stringContaining("5 contacts, 5 messages") });
    expect(restored).toEqual({ code: 0, printed: expect.stringContaining("Start the server") });
    const again = await start(file("new"));
    expect(await contactsOf(again)).toEqual(before);
    await expectCountedConversations(again);
    expect(await call(again, "GET", "/v1/contacts?q=person4")).toMatchObject({ data: [{ name: "Person person4" }] });
  });

  it("refuses, in one line, what would lose or mix up something", async () => {
    const { file } = folder();
    const server = await start(file("data"));
    await stop(server);
    const DATA_DIR = file("data");
    expect((await command("backup", [file("one.backup")], { DATA_DIR })).code).toBe(0);
    mkdirSync(file("empty"));

    const refusals: [Parameters<typeof command>, RegExp][] = [
      [["backup", [file("one.backup")], { DATA_DIR }], /exists already/],
      [["backup", [file("two.backup")], { DATA_DIR: file("nowhere") }], /does not exist/],
      [["backup", [file("nowhere/two.backup")], { DATA_DIR }], /nowhere cannot be written to \(ENOENT\)/],
      [["backup", [file("one.backup/two.backup")], { DATA_DIR }], /one.backup cannot be written to \(ENOTDIR\)/],
      [["restore", [file("one.backup")], { DATA_DIR: file("one.backup/data") }], /one.backup/],
      [["restore", [file("one.backup")], { DATA_DIR }], /is not empty/],
      [["restore", [file("nothing.backup")], { DATA_DIR: file("new") }], /does not exist/],
      [["restore", [join(DATA_DIR, "rapport.db")], { DATA_DIR: file("new") }], /is no backup/],
      [["restore", [join(DATA_DIR, "admin.key")], { DATA_DIR: file("new") }], /is no backup/],
      [["restore", [file("one.backup")], { DATA_DIR: file("new"), SECRET_KEY: "another-key-of-thirty-characters" }], /SECRET_KEY .* is not the key/],
      [["restore", [file("one.backup"), "--erasures", file("nowhere")], { DATA_DIR: file("new") }], /--erasures takes/],
    ];
    for (const [args, reason] of refusals) {
      const { code, printed } = await command(...args);
      expect([code, printed.trim().split("\n")]).toEqual([1, [expect.stringMatching(reason)]]);
    }
    expect(readdirSync(file("."))).not.toContain("new");
    expect((await command("restore", [file("one.backup")], { DATA_DIR: file("empty") })).code).toBe(0);
  });
});

describe("two backups into one file at a time", { timeout: 120_000 }, () => {
  it("leave one whole backup and nothing beside it", async () => {
    const { file } = folder();
    const DATA_DIR = file("data");
    await stop(await start(DATA_DIR));
    const both = await Promise.all([1, 2].map(() => command("backup", [file("one.backup")], { DATA_DIR })));
    const refused = both.filter(({ code }) => code !== 0);
    for (const { printed } of refused) expect(printed.trim()).toMatch(/^.*exists already: name a new file$/);
    expect(refused.length).toBeLessThan(2);
    expect(readdirSync(file(".")).sort()).toEqual(["data", "one.backup"]);
    expect((await command("restore", [file("one.backup")], { DATA_DIR: file("new") })).code).toBe(0);
  });
});

describe("what a fault while a backup is written means", () => {
  it.each([
    ["ENOSPC", /no space/],
    ["SQLITE_FULL", /no space/],
    ["EACCES", /cannot be written/],
    ["SQLITE_CANTOPEN", /cannot be written/],
    ["SQLITE_IOERR_WRITE", /cannot be written/],
    ["SQLITE_BUSY_SNAPSHOT", /in use/],
    ["SQLITE_NOTADB", /damaged/],
    ["SQLITE_CORRUPT_VTAB", /damaged/],
  ])("%s is said on one line", (code, words) => {
    const fault = fileFault("one.backup", Object.assign(new Error("as the system says it"), { code }));
    expect(fault).toBeInstanceOf(BackupError);
    expect(fault).toMatchObject({ message: expect.stringMatching(words) });
  });
});

/** A reply that waits to be sent, as an earlier run of the server has left it. */
function queueDelivery(path: string): void {
  const db = new Database(path);
  db.exec(`INSERT INTO deliveries (id, agent_id, contact_id, conversation_id, identity_id, channel, account, purpose, text, media, author, state,
      attempts, created_by, created_at, updated_at)
    SELECT 'dlv_1', v.agent_id, v.contact_id, v.id, v.identity_id, v.channel, 'default', 'reply', 'Hi', '[]', 'staff', 'queued', 0, 'key_1', 1, 1
    FROM conversations AS v`);
  db.close();
}

function deliveryStates(path: string): string[] {
  const db = new Database(path, { readonly: true });
  const rows = db.prepare("SELECT state FROM deliveries").raw().all() as string[][];
  db.close();
  return rows.flat();
}

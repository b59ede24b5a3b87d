import { expect, it, onTestFinished } from "vitest";
import { type Child, startChild } from "#tests/faults/child.ts";
import { tempFolder } from "#tests/support/database.ts";
import { provideQueue } from "#tests/support/services/prepared-queue.ts";

const key = "a-key-of-at-least-24-characters";
const people = 4_000;
/** A process that is still there after the 5 s in which it is to end is killed, which is a failure. */
const watchdogMs = 5_000;

type Operation = { id: string; state: string; total: number; done: number };

/** A process on the data folder `dataDir`, with a way to call it once it serves. */
async function start(dataDir: string) {
  const child = startChild("tests/faults/product.ts", [], { PORT: "0", DATA_DIR: dataDir, API_KEY: key, LOG_LEVEL: "error" });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await child.ended;
  });
  const base = await child.hear(/ready (\S+)/);
  const call = async <T>(method: string, path: string, body?: string, type = "application/json"): Promise<T> => {
    const headers = { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { "content-type": type }) };
    const answer = await fetch(base + path, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
    // What the caller expects; assertions on it say so.
    return JSON.parse(text) as T;
  };
  return { child, call };
}

async function stopped(child: Child): Promise<number | null> {
  child.kill("SIGTERM");
  const watchdog = setTimeout(() => child.kill("SIGKILL"), watchdogMs);
  const code = await child.ended;
  clearTimeout(watchdog);
  return code;
}

it("SIGTERM while an operation runs ends the process with 0, and the next one completes it", { timeout: 180_000 }, async () => {
  const folder = tempFolder();
  onTestFinished(folder.remove);
  await provideQueue(folder.file("data"));
  const first = await start(folder.file("data"));
  await first.child.hear(/^working$/m);
  const file = ["Name,E-mail", ...Array.from({ length: people }, (_, n) => `Person ${n},p${n}@example.com`)].join("\n");
  const { id, planId } = await first.call<{ id: string; planId: string }>("POST", "/v1/contacts/import", file, "text/csv");
  const operation = await first.call<Operation>("POST", `/v1/imports/${id}/apply`, JSON.stringify({ planId }));
  const progress = ({ call }: typeof first) => call<Operation>("GET", `/v1/operations/${operation.id}`);
  await expect.poll(async () => (await progress(first)).done, { timeout: 60_000 }).toBeGreaterThan(0);
  const before = await progress(first);

  const code = await stopped(first.child);
  const second = await start(folder.file("data"));
  await expect.poll(async () => (await progress(second)).state, { timeout: 90_000 }).toBe("completed");

  expect(before.done).toBeLessThan(people);
  expect(code).toBe(0);
  const { total } = await second.call<{ total: number }>("GET", "/v1/contacts?limit=1&total=true");
  expect(total).toBe(people);
});

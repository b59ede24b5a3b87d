import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Database from "libsql";
import { expect, it, onTestFinished } from "vitest";
import { startChild } from "#tests/faults/child.ts";
import { tempFolder } from "#tests/support/database.ts";

const key = "a-key-of-at-least-24-characters";
/** A process that is still there after the 5 s in which it is to end is killed, which is a failure. */
const watchdogMs = 5_000;
const copies = 1_000;

/** A data folder of the first version, with each of its 25 contacts a thousand times. */
function earlierFolder(dataDir: string): number {
  mkdirSync(dataDir);
  const path = join(dataDir, "rapport.db");
  writeFileSync(path, gunzipSync(readFileSync("tests/fixtures/databases/0001.db.gz")));
  const db = new Database(path);
  // `raw` gives each row as an array; the second value of this pragma is a column's name.
  const columns = (db.prepare("PRAGMA table_info(contacts)").raw().all() as unknown[][])
    .map(([, name]) => String(name))
    .filter((name) => name !== "row");
  const values = columns.map((name) => (name === "id" ? "id || '_' || n.value" : name));
  db.exec(`INSERT INTO contacts(${columns}) SELECT ${values} FROM contacts, generate_series(1, ${copies}) AS n`);
  const [[total] = []] = db.prepare("SELECT count(*) FROM contacts").raw().all() as unknown[][];
  db.close();
  return Number(total);
}

function start(dataDir: string) {
  const child = startChild("tests/faults/product.ts", [], { PORT: "0", DATA_DIR: dataDir, API_KEY: key, LOG_LEVEL: "info" });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await child.ended;
  });
  return child;
}

it("SIGTERM while a database of an earlier version is upgraded ends the process with 0, and the next start goes on", {
  timeout: 180_000,
}, async () => {
  const folder = tempFolder();
  onTestFinished(folder.remove);
  const dataDir = folder.file("data");
  const people = earlierFolder(dataDir);

  const first = start(dataDir);
  await first.hear(/is brought up to date/);
  first.kill("SIGTERM");
  const watchdog = setTimeout(() => first.kill("SIGKILL"), watchdogMs);
  const code = await first.ended;
  clearTimeout(watchdog);
  const second = start(dataDir);
  const base = await second.hear(/ready (\S+)/);
  const answer = await fetch(`${base}/v1/contacts?limit=1&total=true`, { headers: { authorization: `Bearer ${key}` } });

  expect(code).toBe(0);
  // It had not come to serve, so there was something left for the next one.
  await expect(first.hear(/ready (\S+)/)).rejects.toThrow("ended with 0");
  await second.hear(/is brought up to date/);
  expect(await answer.json()).toMatchObject({ total: people });
});

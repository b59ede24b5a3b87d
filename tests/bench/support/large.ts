import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SingleBar } from "cli-progress";
import { benchBulk } from "../bulk.ts";
import { benchCsv, benchLists, benchSearch } from "../lists.ts";
import { benchPlan } from "../plan.ts";
import { type BenchRow, ms } from "./row.ts";
import { seedContacts } from "./seed.ts";
import { type Server, startServer } from "./server.ts";

const few = 10_000;

/** A running server over made data. */
export type Seeded = { dataDir: string; server: Server };

/** Puts so many of something into a data folder whose server is stopped. */
type Seed = (dataDir: string, count: number, onProgress: (done: number) => void) => void | Promise<void>;

/** A server over so many contacts, which `seed` makes. */
export async function seeded(count: number, seed: Seed = seedContacts): Promise<Seeded> {
  const dataDir = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  await (await startServer(dataDir)).stop();
  const bar = new SingleBar({ format: `seeding ${count} contacts {bar} {percentage}%`, noTTYOutput: false });
  bar.start(count, 0);
  await seed(dataDir, count, (done) => bar.update(done));
  bar.stop();
  return { dataDir, server: await startServer(dataDir) };
}

/** What is measured on many contacts, against few where that is the limit. `wants` names the sections asked for. */
export async function benchLarge(
  many: number,
  rounds: number,
  wants: (section: "lists" | "search" | "csv" | "bulk" | "plan") => boolean,
): Promise<BenchRow[]> {
  const [small, large] = [await seeded(few), await seeded(many)];
  const startedMs = large.server.startedInMs;
  const rows: BenchRow[] = [];
  rows.push({
    what: `start with ${many.toLocaleString("en")} contacts`,
    measured: ms(startedMs),
    limit: "",
    ratio: null,
    goal: "≤ 1 s",
    met: startedMs <= 1000,
  });
  try {
    if (wants("lists")) rows.push(...(await benchLists(small.server, large.server, many, rounds)));
    if (wants("search")) rows.push(...(await benchSearch(large.server, many, rounds)));
    if (wants("csv")) rows.push(...(await benchCsv(large.server, many)));
    await large.server.stop();
    if (wants("bulk")) rows.push(...(await benchBulk(large.dataDir, many)));
    if (wants("plan")) rows.push(...(await benchPlan(large.dataDir, many)));
  } finally {
    for (const each of [small, large]) await discard(each);
  }
  return rows;
}

/** Stops the server and deletes its data. */
export async function discard({ server, dataDir }: Seeded): Promise<void> {
  await server.stop();
  rmSync(dataDir, { recursive: true });
}

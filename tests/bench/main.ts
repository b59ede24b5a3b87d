import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SingleBar } from "cli-progress";
import Table from "cli-table3";
import { program } from "commander";
import { benchBulk } from "./bulk.ts";
import { benchDepth } from "./depth.ts";
import { benchIngest } from "./ingest.ts";
import { benchCsv, benchLists, benchSearch } from "./lists.ts";
import type { BenchRow } from "./row.ts";
import { ms } from "./row.ts";
import { seedContacts } from "./seed.ts";
import { type Server, startServer } from "./server.ts";

const sections = ["ingest", "depth", "lists", "search", "csv", "bulk", "start"] as const;
type Section = (typeof sections)[number];

program
  .name("npm run bench --")
  .description("Measures against limits taken in the same run, and says which goals are met. Exit code 1 when one is missed.")
  .option("--only <sections>", `comma list of ${sections.join(", ")}`)
  .option("--contacts <count>", "contacts of the large database", "1000000")
  .option("--rounds <count>", "rounds; the middle one counts", "3")
  .parse();
const options = program.opts<{ only?: string; contacts: string; rounds: string }>();
const only = options.only?.split(",");
const wants = (section: Section) => only === undefined || only.includes(section);
const rounds = Number(options.rounds);
const large = Number(options.contacts);

async function seeded(count: number): Promise<{ dataDir: string; server: Server }> {
  const dataDir = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  await (await startServer(dataDir)).stop();
  const bar = new SingleBar({ format: `seeding ${count} contacts {bar} {percentage}%`, noTTYOutput: false });
  bar.start(count, 0);
  await seedContacts(dataDir, count, (done) => bar.update(done));
  bar.stop();
  return { dataDir, server: await startServer(dataDir) };
}

async function benchStart(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  const rows: BenchRow[] = [];
  for (const what of ["first start", "later start"]) {
    const server = await startServer(dataDir);
    rows.push({ what, measured: ms(server.startedInMs), limit: "", ratio: null, goal: "", met: null });
    if (what === "later start")
      rows.push({
        what: "idle memory",
        measured: `${server.memory().rss.toFixed(0)} MB resident`,
        limit: "",
        ratio: null,
        goal: "≤ 150 MB",
        met: server.memory().rss <= 150,
      });
    await server.stop();
  }
  rmSync(dataDir, { recursive: true });
  return rows;
}

const rows: BenchRow[] = [];
if (wants("start")) rows.push(...(await benchStart()));
if (wants("ingest")) rows.push(...(await benchIngest(rounds)));
if (wants("depth")) rows.push(...(await benchDepth(rounds)));
if (wants("lists") || wants("search") || wants("csv") || wants("bulk")) {
  const [few, many] = [await seeded(10_000), await seeded(large)];
  try {
    rows.push({
      what: `start with ${large.toLocaleString("en")} contacts`,
      measured: ms(many.server.startedInMs),
      limit: "",
      ratio: null,
      goal: "≤ 1 s",
      met: many.server.startedInMs <= 1000,
    });
    if (wants("lists")) rows.push(...(await benchLists(few.server, many.server, large, rounds)));
    if (wants("search")) rows.push(...(await benchSearch(many.server, large, rounds)));
    if (wants("csv")) rows.push(...(await benchCsv(many.server, large)));
    if (wants("bulk")) {
      await many.server.stop();
      rows.push(...(await benchBulk(many.dataDir, large)));
    }
  } finally {
    for (const { server, dataDir } of [few, many]) {
      await server.stop();
      rmSync(dataDir, { recursive: true });
    }
  }
}

const table = new Table({ head: ["", "measured", "limit in this run", "ratio", "goal", ""], style: { head: [] } });
for (const { what, measured, limit, ratio, goal, met } of rows) {
  table.push([what, measured, limit, ratio === null ? "" : `${ratio.toFixed(2)}×`, goal, met === null ? "" : met ? "met" : "MISSED"]);
}
console.log(table.toString());
process.exitCode = rows.some(({ met }) => met === false) ? 1 : 0;

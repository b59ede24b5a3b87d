import Table from "cli-table3";
import { program } from "commander";
import { benchAnalyst } from "./analyst.ts";
import { benchCard } from "./card.ts";
import { benchContactability } from "./contactability.ts";
import { benchDepth } from "./depth.ts";
import { benchEscalations } from "./escalations.ts";
import { benchFollowUps } from "./followups.ts";
import { benchImport } from "./import.ts";
import { benchInbox } from "./inbox.ts";
import { benchIngest } from "./ingest.ts";
import { benchLedger } from "./ledger.ts";
import { benchPace } from "./pace.ts";
import { benchProposals } from "./proposals.ts";
import { benchQueue } from "./queue.ts";
import { benchSimulate } from "./simulate.ts";
import { benchStart } from "./start.ts";
import { benchLarge } from "./support/large.ts";
import type { BenchRow } from "./support/row.ts";

const sections = [
  "start",
  "card",
  "ingest",
  "escalations",
  "depth",
  "analyst",
  "queue",
  "ledger",
  "pace",
  "contactability",
  "proposals",
  "followups",
  "import",
  "simulate",
  "inbox",
  "lists",
  "search",
  "csv",
  "bulk",
  "plan",
] as const;
type Section = (typeof sections)[number];

program
  .name("npm run bench --")
  .description("Measures against limits taken in the same run, and says which goals are met. Exit code 1 when one is missed.")
  .option("--only <sections>", `comma list of ${sections.join(", ")}`)
  .option("--contacts <count>", "contacts of the large database, rows of the import", "1000000")
  .option("--rounds <count>", "rounds; the middle one counts", "3")
  .parse();
const options = program.opts<{ only?: string; contacts: string; rounds: string }>();
const only = options.only?.split(",");
const wants = (section: Section) => only === undefined || only.includes(section);
const rounds = Number(options.rounds);

const rows: BenchRow[] = [];
if (wants("start")) rows.push(...(await benchStart()));
if (wants("card")) rows.push(...(await benchCard()));
if (wants("ingest")) rows.push(...(await benchIngest(rounds)));
if (wants("escalations")) rows.push(...(await benchEscalations(rounds)));
if (wants("depth")) rows.push(...(await benchDepth(rounds)));
if (wants("analyst")) rows.push(...benchAnalyst(rounds));
if (wants("queue")) rows.push(...(await benchQueue()));
if (wants("ledger")) rows.push(...(await benchLedger()));
if (wants("pace")) rows.push(...(await benchPace()));
if (wants("contactability")) rows.push(...benchContactability(Number(options.contacts), rounds));
if (wants("proposals")) rows.push(...(await benchProposals(Number(options.contacts))));
if (wants("import")) rows.push(...(await benchImport(Number(options.contacts))));
if (wants("simulate")) rows.push(...(await benchSimulate(rounds)));
if (wants("followups")) rows.push(...(await benchFollowUps(Number(options.contacts), rounds)));
if (wants("inbox")) rows.push(...(await benchInbox(Number(options.contacts), rounds)));
if (sections.slice(sections.indexOf("lists")).some(wants)) rows.push(...(await benchLarge(Number(options.contacts), rounds, wants)));

const table = new Table({ head: ["", "measured", "limit in this run", "ratio", "goal", ""], style: { head: [] } });
for (const { what, measured, limit, ratio, goal, met } of rows) {
  table.push([what, measured, limit, ratio === null ? "" : `${ratio.toFixed(2)}×`, goal, met === null ? "" : met ? "met" : "MISSED"]);
}
console.log(table.toString());
process.exitCode = rows.some(({ met }) => met === false) ? 1 : 0;

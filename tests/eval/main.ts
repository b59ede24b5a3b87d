import { globSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { Command } from "commander";
import { details, type Outcome, summary } from "./print.ts";
import { readRecords } from "./records.ts";
import { tasks } from "./tasks/index.ts";

const program = new Command("eval")
  .description("Measures the rules analyst on folders of labelled conversations and texts (*.jsonl).")
  .argument("<folder>", "a folder of data sets, each a folder or a .jsonl file")
  .option("--json <file>", "write every answer as a JSON line: id, task, gold, predicted")
  .option("--misses <n>", "worst misses to show for each task", (value) => Number.parseInt(value, 10), 5)
  .option("--by <group>", "tell figures apart by language or writer")
  .option("--only <word>", "only sets or tasks whose name has this word")
  .parse();

/** Files that are called after what they hold, in a folder called after the set. */
const generalNames = ["dev", "lines", "dialogues"];

const options = program.opts<{ json?: string; misses: number; only?: string; by?: string }>();
const files = globSync(`${program.args[0]}/{*.jsonl,*/*.jsonl,*/*/*.jsonl}`).sort();
const outcomes: Outcome[] = files.flatMap((path) => outcomesOf(path));

// Texts that are set apart are measured on and never looked at.
const misses = /set-apart/.test(program.args[0] ?? "") ? 0 : options.misses;
for (const outcome of outcomes) console.log(`${details(outcome, misses)}\n`);
console.log(summary(outcomes, options.by));
if (options.json) {
  const lines = outcomes.flatMap(({ task, predictions }) =>
    predictions.map(({ id, gold, predicted }) => JSON.stringify({ id, task: task.name, gold, predicted })),
  );
  writeFileSync(options.json, `${lines.join("\n")}\n`);
}

function outcomesOf(path: string): Outcome[] {
  const records = readRecords(path);
  const name = basename(path, ".jsonl");
  const file = generalNames.includes(name) ? `${basename(dirname(path))}${name === "dev" ? "" : ` ${name}`}` : name;
  const fitting = tasks.filter((task) => records.slice(0, 50).some(task.fits));
  if (fitting.length === 0) console.log(`${file}: skipped, no task for its labels\n`);
  return fitting
    .filter(({ name }) => !options.only || `${file} ${name}`.includes(options.only))
    .map((task) => ({ file, task, predictions: records.filter(task.fits).flatMap(task.predict) }))
    .filter(({ predictions }) => predictions.length > 0);
}

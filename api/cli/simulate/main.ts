import { readFileSync } from "node:fs";
import { Command } from "commander";
import { openWorld } from "./open.ts";
import { contactsTable, jsonOf, timelineText } from "./report.ts";
import { play, type SimulationResult } from "./run.ts";
import { readScenario, ScenarioError } from "./scenario.ts";

const program = new Command("npm run simulate --")
  .description("Plays a scenario through the real core on a virtual clock, and tells what happened and why.")
  .argument("<file>", "YAML (api/cli/simulate/README.md)")
  .option("--json", "for machines", false)
  .showHelpAfterError()
  .parse();
const file = program.args[0] ?? "";
const { json } = program.opts<{ json: boolean }>();

async function main(): Promise<void> {
  const scenario = readScenario(read(), file);
  const began = performance.now();
  const { world, close } = await openWorld(scenario);
  const result = await play(world, scenario, file).finally(close);
  console.log(json ? jsonOf(result) : [timelineText(result), contactsTable(result), summary(result, performance.now() - began)].join("\n\n"));
  for (const { line, message } of result.failures) console.error(`${file}:${line} ${message}`);
  if (result.failures.length > 0) process.exitCode = 1;
}

function read(): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new ScenarioError(`${file} cannot be read`);
  }
}

function summary({ start, end }: SimulationResult, ms: number): string {
  return `${((end - start) / 86_400_000).toFixed(1)} days in ${(ms / 1000).toFixed(2)} s`;
}

await main().catch((error: unknown) => {
  console.error(error instanceof ScenarioError ? error.message : error);
  process.exitCode = 1;
});

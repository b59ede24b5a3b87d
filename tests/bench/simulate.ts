import { readFileSync } from "node:fs";
import { openWorld } from "#api/cli/simulate/open.ts";
import { play } from "#api/cli/simulate/run.ts";
import { readScenario } from "#api/cli/simulate/scenario.ts";
import { type BenchRow, median } from "./support/row.ts";

const file = "api/cli/simulate/examples/silence.yaml";
const monthMs = 30 * 86_400_000;
const goalSeconds = 5;

/** Two and a half months of one business, most of them silent. */
export async function benchSimulate(rounds: number): Promise<BenchRow[]> {
  const runs: number[] = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await daysPerSecond());
  const days = median(runs);
  const month = monthMs / 86_400_000 / days;
  return [
    {
      what: "simulate: a scenario of 75 days through the real core",
      measured: `${days.toFixed(0)} simulated days a second`,
      limit: `a month in ${month.toFixed(2)} s, ${((month / 30 / 24) * 1000).toFixed(2)} ms an hour`,
      ratio: null,
      goal: `a month in ≤ ${goalSeconds} s`,
      met: month <= goalSeconds,
    },
  ];
}

async function daysPerSecond(): Promise<number> {
  const scenario = readScenario(readFileSync(file, "utf8"), file);
  const { world, close } = await openWorld(scenario);
  const began = performance.now();
  const { start, end } = await play(world, scenario, file).finally(close);
  return (end - start) / 86_400_000 / ((performance.now() - began) / 1000);
}

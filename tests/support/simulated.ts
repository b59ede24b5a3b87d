import { readFileSync } from "node:fs";
import { onTestFinished } from "vitest";
import { openWorld } from "#api/cli/simulate/open.ts";
import { play, type SimulationResult } from "#api/cli/simulate/run.ts";
import { readScenario } from "#api/cli/simulate/scenario.ts";

/** Plays a scenario in a database of its own, which goes with the test. */
export async function playText(text: string): Promise<SimulationResult> {
  const scenario = readScenario(text, "scenario.yaml");
  const { world, close } = await openWorld(scenario);
  onTestFinished(close);
  return play(world, scenario, "scenario.yaml");
}

/** One of `api/cli/simulate/examples`. */
export function playExample(name: string): Promise<SimulationResult> {
  return playText(readFileSync(`api/cli/simulate/examples/${name}.yaml`, "utf8"));
}

/** What the timeline tells of one kind: when (ms since 1970), of whom, and what. */
export function toldOf({ timeline }: SimulationResult, kind: string): (readonly [at: number, who: string | null, text: string])[] {
  return timeline.filter((entry) => entry.kind === kind).map(({ at, who, text }) => [at, who, text] as const);
}

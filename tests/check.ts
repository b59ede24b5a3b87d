import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

/*
 * `npm run check`: each step is a command of its own, and as many run at once as the machine has processors, but at most two.
 * What a step prints comes when it ends. All of them run even when one fails, and the check then ends with 1.
 */

/** The longest first, so that the others run beside it. */
const steps = [
  "tsc",
  "vitest run tests/architecture.test.ts tests/api/env.test.ts",
  "redocly lint --config openapi/redocly.yaml openapi/openapi.json",
  "node tests/train/main.ts --check",
  "node db/generate.ts --check",
  "node openapi/generate.ts --check",
  "biome check --error-on-warnings",
];

/** Prints the step with its output when it has ended; true when it has found nothing wrong. */
async function passes(step: string): Promise<boolean> {
  const child = spawn(step, { shell: true, stdio: ["ignore", "pipe", "pipe"] });
  const printed: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => printed.push(chunk));
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.once("close", resolve);
  const code = await promise;
  console.log(`> ${step}`);
  process.stdout.write(Buffer.concat(printed));
  if (code !== 0) console.log(`failed: ${step}`);
  return code === 0;
}

const left = [...steps];
let hasFailed = false;

async function work(): Promise<void> {
  for (let step = left.shift(); step !== undefined; step = left.shift()) if (!(await passes(step))) hasFailed = true;
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
if (hasFailed) process.exitCode = 1;

import { readEnv } from "#api/env.ts";
import { createLogger } from "#api/logger.ts";
import { startEverything } from "#api/node/compose.ts";
import { failStart, runUntilStopped } from "#api/node/until-stopped.ts";
import { channelRoster } from "#bots/channels/index.ts";
import type { Tuning } from "#core/jobs/background-jobs.ts";
import type { JobStep } from "#core/jobs/steps.ts";

/* The product as `npm start` runs it, with what tests may ask of it beside its own environment:
   FAIL_AT=dispatched:3 ends it as by kill -9 the third time that it reaches the step, and so does a line
   "dispatched:3" on its standard input from then on;
   PACE=30,1 instead of the platform's messages a second, in all and in one chat; CLAIM_MS. */

async function main(): Promise<void> {
  const env = readEnv(channelRoster);
  const { FAIL_AT, PACE, CLAIM_MS } = process.env;
  let reached = failAt(FAIL_AT ?? "");
  process.stdin.on("data", (line) => {
    reached = failAt(String(line).trim());
    console.log(`armed ${line}`);
  });
  const tuning = {
    reached: (step: JobStep) => reached(step),
    ...(PACE ? { pace: paceOf(PACE) } : {}),
    ...(CLAIM_MS ? { claimMs: Number(CLAIM_MS) } : {}),
  };
  const started = await runUntilStopped((signal) => startEverything(env, createLogger(env.LOG_LEVEL), { ...tuning, signal }));
  if (started === null) return;
  console.log(`ready ${started.url}`);
  await started.working;
  console.log("working");
}

function failAt(text: string): (step: JobStep) => void {
  const [name, time = "1"] = text.split(":");
  let left = Number(time);
  return (step) => {
    if (step !== name) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, "SIGKILL");
  };
}

function paceOf(text: string): NonNullable<Tuning["pace"]> {
  const [perSecond = 1, perChatPerSecond = 1] = text.split(",").map(Number);
  return { perSecond, perChatPerSecond };
}

await main().catch(failStart);

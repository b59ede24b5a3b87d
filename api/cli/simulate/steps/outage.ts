import { z } from "zod";
import { readSpan } from "../times.ts";
import { step } from "./step.ts";

const span = z.string().transform((text, issues) => {
  const ms = readSpan(text);
  if (ms === null) issues.addIssue({ code: "custom", message: "is not a span of time like 90s, 10m, 30h or 2d" });
  return ms ?? z.NEVER;
});

/** `outage: 30h` — for so long neither jobs nor schedules run; words are still taken. */
export const outage = step(span, async (world, ms) => {
  world.write(world.now(), "world", null, "outage: neither jobs nor schedules run");
  world.engine.outage(world.now() + ms);
  world.engine.plan(world.now() + ms, async () => world.write(world.now(), "world", null, "the outage is over"));
});

import { z } from "zod";
import { snoozeFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { readInstant, showInstant } from "../times.ts";
import { StepError } from "../world.ts";
import { latestFollowUp, whoseSchema } from "./latest-followup.ts";
import { step } from "./step.ts";

/** `snooze: { of: Ana, until: Mon 10:00 }` — times as in `at`. */
export const snooze = step(z.strictObject({ of: whoseSchema, until: z.string() }), async (world, { of: name, until }) => {
  const { id, trigger } = await latestFollowUp(world, name);
  const at = readInstant(until, world.now(), world.timeZone);
  if (at === null) throw new StepError(`"${until}" is not a time like +2h, Fri 17:55 or 2026-03-06T17:55`);
  world.write(world.now(), "staff", name, `snoozes the ${trigger} follow-up until ${showInstant(at, world.timeZone)}`);
  await snoozeFollowUp(world.staff, { id, until: at });
});

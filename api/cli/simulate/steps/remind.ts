import { z } from "zod";
import { remind as setReminder } from "#core/usecases/followups/remind.ts";
import { readInstant, showInstant } from "../times.ts";
import { StepError } from "../world.ts";
import { nameSchema, step, textSchema } from "./step.ts";

const schema = z.strictObject({ of: nameSchema, at: z.string(), reason: textSchema, text: textSchema.optional() });

/** `remind: { of: Ana, at: Mon 10:00, reason: …, text: … }` — staff want to come back to somebody; times as in `at`. */
export const remind = step(schema, async (world, { of: name, at, reason, text }) => {
  const { contactId } = await world.contact(name);
  const dueAt = readInstant(at, world.now(), world.timeZone);
  if (dueAt === null) throw new StepError(`"${at}" is not a time like +2h, Fri 17:55 or 2026-03-06T17:55`);
  world.write(world.now(), "staff", name, `sets a reminder for ${showInstant(dueAt, world.timeZone)}: ${reason}`);
  await setReminder(world.staff, { contactId, dueAt, reason, text });
});

import { z } from "zod";
import { dismissFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { latestFollowUp, whoseSchema } from "./latest-followup.ts";
import { step } from "./step.ts";

/** `dismiss: { of: Ana, reason: … }` */
export const dismiss = step(z.strictObject({ of: whoseSchema, reason: z.string().nullable().default(null) }), async (world, { of: name, reason }) => {
  const { id, trigger } = await latestFollowUp(world, name);
  world.write(world.now(), "staff", name, `dismisses the ${trigger} follow-up${reason === null ? "" : `: ${reason}`}`);
  await dismissFollowUp(world.staff, { id, reason });
});

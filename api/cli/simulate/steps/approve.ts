import { fingerprintOf } from "#core/rules/followups/fingerprint.ts";
import { approveFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { latestFollowUp, whoseSchema } from "./latest-followup.ts";
import { step } from "./step.ts";

/** `approve: latest follow-up of Ana` — exactly the text that is there. */
export const approve = step(whoseSchema, async (world, name) => {
  const followUp = await latestFollowUp(world, name);
  world.write(world.now(), "staff", name, `approves the ${followUp.trigger} follow-up`);
  await approveFollowUp(world.staff, { id: followUp.id, fingerprint: fingerprintOf(followUp) });
});

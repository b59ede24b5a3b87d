import { z } from "zod";
import { editFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { latestFollowUp, whoseSchema } from "./latest-followup.ts";
import { step, textSchema } from "./step.ts";

/** `edit: { of: Ana, text: … }` — another text, to be approved. */
export const edit = step(z.strictObject({ of: whoseSchema, text: textSchema }), async (world, { of: name, text }) => {
  const { id, trigger } = await latestFollowUp(world, name);
  world.write(world.now(), "staff", name, `edits the ${trigger} follow-up: ${text}`);
  await editFollowUp(world.staff, { id, text });
});

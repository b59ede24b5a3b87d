import { z } from "zod";
import { reply } from "#core/usecases/deliveries/reply.ts";
import { nameSchema, step, textSchema } from "./step.ts";

/** `staff: { to: Ana, text: … }` — staff answer; it goes the way of every reply. */
export const staff = step(z.strictObject({ to: nameSchema, text: textSchema }), async (world, { to, text }) => {
  await reply(world.staff, { conversationId: await world.conversationId(to), text, media: [] });
});

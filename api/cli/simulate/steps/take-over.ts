import { release as give, takeOver as take } from "#core/usecases/conversations/take-over.ts";
import { nameSchema, step } from "./step.ts";

/** `takeOver: Ana` — staff own the conversation, and the bot is silent there. */
export const takeOver = step(nameSchema, async (world, name) => {
  world.write(world.now(), "staff", name, "take the conversation over");
  await take(world.staff, { id: await world.conversationId(name) });
});

/** `release: Ana` */
export const release = step(nameSchema, async (world, name) => {
  world.write(world.now(), "staff", name, "give the conversation back to the bot");
  await give(world.staff, { id: await world.conversationId(name) });
});

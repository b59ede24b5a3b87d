import { z } from "zod";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";
import { account, fromOf } from "../world.ts";
import { nameSchema, step, textSchema } from "./step.ts";

/** `bot: { to: Ana, text: … }` — the business's bot has answered by itself, and tells us as `POST /v1/messages` does. */
export const bot = step(z.strictObject({ to: nameSchema, text: textSchema }), async (world, { to, text }) => {
  const person = world.person(to);
  const { channel } = person;
  const common = { channel, account, externalId: null, direction: "outbound", author: "bot", sentAt: null, origin: "api" } as const;
  await ingestMessage(world.system, { ...common, from: fromOf(person), text, media: [] });
  world.write(world.now(), "out", to, `bot: ${text}`);
});

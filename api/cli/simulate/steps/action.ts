import { z } from "zod";
import { recordAction } from "#core/usecases/actions/record-action.ts";
import { account, fromOf } from "../world.ts";
import { nameSchema, step } from "./step.ts";

const schema = z.strictObject({ from: nameSchema, name: z.string().min(1), properties: z.record(z.string(), z.unknown()).default({}) });

/** `action: { from: Ana, name: purchase_completed }` — another system reports what somebody did. */
export const action = step(schema, async (world, { from, name, properties }) => {
  const person = world.person(from);
  world.write(world.now(), "world", from, `action ${name}`);
  const where = { ...fromOf(person), channel: person.channel, account };
  await recordAction(world.system, { from: where, action: name, at: null, externalId: null, properties });
});

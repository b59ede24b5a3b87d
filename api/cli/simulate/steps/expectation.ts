import { z } from "zod";
import type { World } from "../world.ts";
import type { Compare, Differ } from "./expectations/compare.ts";
import { compareConsents, compareProposals, consentSchema, proposalSchema } from "./expectations/consents.ts";
import { compareContactability, contactabilitySchema } from "./expectations/contactability.ts";
import { compareContact, contactSchema } from "./expectations/contacts.ts";
import { compareDelivered, compareDeliveries, deliverySchema } from "./expectations/deliveries.ts";
import { compareFollowUps, followUpSchema } from "./expectations/followups.ts";
import { nameSchema, step } from "./step.ts";

const ofEach = <T>(schema: z.ZodType<T>) => z.record(nameSchema, schema).default({});

const schema = z.strictObject({
  contacts: ofEach(contactSchema),
  followUps: ofEach(z.array(followUpSchema)),
  delivered: ofEach(z.array(z.string())),
  deliveries: ofEach(z.array(deliverySchema)),
  contactability: ofEach(contactabilitySchema),
  consents: ofEach(z.array(consentSchema)),
  proposals: ofEach(z.array(proposalSchema)),
});

/** `expect:` — the run goes on when it does not hold, and fails at its end. */
export const expectation = step(schema, async (world, expected, line) => {
  let failed = false;
  const differ: Differ = (what, value, was) => {
    failed = true;
    const message = `${what}: expected ${JSON.stringify(value)}, was ${JSON.stringify(was)}`;
    world.failures.push({ line, message });
    world.write(world.now(), "expected", null, message);
  };
  await each(world, expected.contacts, compareContact, differ);
  await each(world, expected.delivered, compareDelivered, differ);
  await each(world, expected.followUps, compareFollowUps, differ);
  await each(world, expected.deliveries, compareDeliveries, differ);
  await each(world, expected.contactability, compareContactability, differ);
  await each(world, expected.consents, compareConsents, differ);
  await each(world, expected.proposals, compareProposals, differ);
  if (!failed) world.write(world.now(), "expected", null, "all as expected");
});

async function each<T>(world: World, byName: Readonly<Record<string, T>>, compare: Compare<T>, differ: Differ): Promise<void> {
  for (const [name, expected] of Object.entries(byName)) await compare(world, name, expected, differ);
}

import { z } from "zod";
import { deliveryStates } from "#core/model/delivery.ts";
import { followUpStates } from "#core/model/followup.ts";
import { grades, sentimentLevels, stages, statuses } from "#core/model/vocabulary.ts";
import type { World } from "../world.ts";
import { nameSchema, step } from "./step.ts";

const contactSchema = z.strictObject({
  status: z.enum(statuses).optional(),
  stage: z.enum(stages).optional(),
  grade: z.enum(grades).optional(),
  score: z.int().optional(),
  sentimentLevel: z.enum(sentimentLevels).nullable().optional(),
  vip: z.boolean().optional(),
  atRisk: z.boolean().optional(),
  optedOut: z.boolean().optional(),
  messageCount: z.int().optional(),
  name: z.string().nullable().optional(),
  email: z.string().nullable().optional(),
  phone: z.string().nullable().optional(),
});
const followUpSchema = z.strictObject({ trigger: z.string().optional(), state: z.enum(followUpStates).optional(), text: z.string().optional() });

const schema = z.strictObject({
  /** Every text the platform has taken for somebody, in order; `…` stands for any words. */
  delivered: z.record(nameSchema, z.array(z.string())).default({}),
  contacts: z.record(nameSchema, contactSchema).default({}),
  /** Of somebody, by due time. */
  followUps: z.record(nameSchema, z.array(followUpSchema)).default({}),
  /** States of everything that was to be sent to somebody, in order. */
  deliveries: z.record(nameSchema, z.array(z.enum(deliveryStates))).default({}),
});
type Expected = z.infer<typeof schema>;

type Differ = (what: string, expected: unknown, was: unknown) => void;
const page = { limit: 200, cursor: null };

/** `expect:` — the run goes on when it does not hold, and fails at its end. */
export const expectation = step(schema, async (world, expected, line) => {
  let failed = false;
  const differ: Differ = (what, wanted, was) => {
    failed = true;
    const message = `${what}: expected ${JSON.stringify(wanted)}, was ${JSON.stringify(was)}`;
    world.failures.push({ line, message });
    world.write(world.now(), "expected", null, message);
  };
  await compareContacts(world, expected, differ);
  await compareDelivered(world, expected, differ);
  await compareFollowUps(world, expected, differ);
  await compareDeliveries(world, expected, differ);
  if (!failed) world.write(world.now(), "expected", null, "all as expected");
});

async function compareContacts(world: World, { contacts }: Expected, differ: Differ): Promise<void> {
  for (const [name, wanted] of Object.entries(contacts)) {
    const { contactId } = await world.contact(name);
    const contact: Readonly<Record<string, unknown>> | null = await world.system.store.contacts.find(contactId);
    for (const [field, value] of Object.entries(wanted))
      if (contact?.[field] !== value) differ(`${name}'s ${field}`, value, contact?.[field] ?? null);
  }
}

async function compareDelivered(world: World, { delivered }: Expected, differ: Differ): Promise<void> {
  for (const [name, wanted] of Object.entries(delivered)) {
    const { channel, id } = world.person(name);
    const was = world.platform.sent.filter((sent) => sent.channel === channel && sent.to === id).map(({ text }) => text);
    if (was.length !== wanted.length || !wanted.every((text, index) => isLike(text, was[index] ?? ""))) differ(`delivered to ${name}`, wanted, was);
  }
}

async function compareFollowUps(world: World, { followUps }: Expected, differ: Differ): Promise<void> {
  for (const [name, wanted] of Object.entries(followUps)) {
    const { contactId } = await world.contact(name);
    const { data } = await world.system.store.followUps.list({ contactId }, page);
    const was = data.map(({ trigger, state, text }) => ({ trigger, state, text }));
    const fits = wanted.every(({ trigger, state, text }, index) => {
      const found = was[index];
      return found && (trigger ?? found.trigger) === found.trigger && (state ?? found.state) === found.state && isLike(text ?? "…", found.text);
    });
    if (was.length !== wanted.length || !fits) differ(`${name}'s follow-ups`, wanted, was);
  }
}

async function compareDeliveries(world: World, { deliveries }: Expected, differ: Differ): Promise<void> {
  for (const [name, wanted] of Object.entries(deliveries)) {
    const { contactId } = await world.contact(name);
    const { data } = await world.system.store.deliveries.list({}, page);
    const was = data.filter((delivery) => delivery.contactId === contactId).map(({ state }) => state);
    was.reverse();
    if (was.join() !== wanted.join()) differ(`deliveries to ${name}`, wanted, was);
  }
}

/** `…` in the pattern stands for any words. */
function isLike(pattern: string, text: string): boolean {
  const parts = pattern.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(text);
}

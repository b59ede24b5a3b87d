import { z } from "zod";
import { showInstant } from "#api/cli/simulate/times.ts";
import { contactabilityDecisions, contactabilityReasons } from "#core/model/contactability.ts";
import { readContactability } from "#core/usecases/contactability/read-contactability.ts";
import type { Compare } from "./compare.ts";

const decided = z.strictObject({
  decision: z.enum(contactabilityDecisions).optional(),
  /** By the customer's clock. */
  until: z.string().nullable().optional(),
  reasons: z.array(z.enum(contactabilityReasons)).optional(),
});
/** For each purpose that is asked about: may the bot write to them now, where they wrote last? */
export const contactabilitySchema = z.strictObject({ reply: decided.optional(), follow_up: decided.optional(), marketing: decided.optional() });

export const compareContactability: Compare<z.infer<typeof contactabilitySchema>> = async (world, name, expected, differ) => {
  const { contactId: id, zone = world.timeZone } = await world.contact(name);
  for (const purpose of ["reply", "follow_up", "marketing"] as const) {
    const given = expected[purpose];
    if (!given) continue;
    const { decision, until, reasons } = await readContactability(world.system, { id, purpose });
    const was = { decision, until: until === null ? null : showInstant(until, zone), reasons: reasons.map(({ code }) => code) };
    const merged = { ...was, ...given };
    if (JSON.stringify(merged) !== JSON.stringify(was)) differ(`${name}, written to for ${purpose}`, given, was);
  }
};

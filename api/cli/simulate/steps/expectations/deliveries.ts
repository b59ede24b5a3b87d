import { z } from "zod";
import { deliveryStates, purposes } from "#core/model/delivery.ts";
import { areLike, type Compare, isLikeAll } from "./compare.ts";

/** The state alone, or what there is to say of it. */
export const deliverySchema = z
  .enum(deliveryStates)
  .transform((state) => ({ state }))
  .or(
    z.strictObject({
      state: z.enum(deliveryStates).optional(),
      purpose: z.enum(purposes).optional(),
      reason: z.string().nullable().optional(),
      attempts: z.int().optional(),
      text: z.string().optional(),
    }),
  );

/** Everything that was to be sent to somebody, in order. */
export const compareDeliveries: Compare<z.infer<typeof deliverySchema>[]> = async (world, name, expected, differ) => {
  const { contactId } = await world.contact(name);
  const { data } = await world.system.store.deliveries.list({}, { limit: 200, cursor: null });
  const theirs = data.filter((delivery) => delivery.contactId === contactId).reverse();
  const was = theirs.map(({ state, purpose, reason, attempts, text }) => ({ state, purpose, reason, attempts, text }));
  if (!isLikeAll(expected, was)) differ(`deliveries to ${name}`, expected, was);
};

/** Every text the platform has taken for somebody, in order. */
export const compareDelivered: Compare<string[]> = async (world, name, expected, differ) => {
  const { channel, id } = world.person(name);
  const was = world.platform.sent.filter((sent) => sent.channel === channel && sent.to === id).map(({ text }) => text);
  if (!areLike(expected, was)) differ(`delivered to ${name}`, expected, was);
};

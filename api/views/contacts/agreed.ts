import { z } from "@hono/zod-openapi";
import type { BookedFor } from "#core/model/agreed.ts";
import { iso, isoOrNull, Moment } from "../moment.ts";

export const LifetimeValueView = z
  .object({ amount: z.number(), currency: z.string().nullable() })
  .nullable()
  .meta({
    description: "Sum of the amounts of conversions that stand, in units of the currency (ISO 4217) with the greatest sum; null: none was said",
    example: { amount: 450, currency: "EUR" },
  });

export const BookedForView = z
  .object({
    from: Moment,
    to: Moment.nullable().meta({ description: "The end; of whole days the midnight after the last; null: none was said" }),
    allDay: z.boolean().meta({ description: "Whole days in the business's time zone, no hour was said", example: false }),
  })
  .nullable()
  .meta({
    description: "When what was agreed is for: of the conversions that stand the one that is over last; null: none has a time",
    example: { from: "2026-12-24T07:00:00.000Z", to: null, allDay: false },
  });

export function toBookedForView(booking: BookedFor | null): z.infer<typeof BookedForView> {
  return booking && { from: iso(booking.from), to: isoOrNull(booking.to), allDay: booking.allDay };
}

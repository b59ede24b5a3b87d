import { z } from "zod";

/* What was agreed with a customer: for when, for how much, under which name (product.md §2). Instants are ms since 1970. */

/** Money in thousandths of a unit, so that sums are exact; `currency` in ISO 4217, null where none was said. */
export const amountSchema = z.object({ thousandths: z.int().positive(), currency: z.string().nullable() }).readonly();
export type Amount = z.infer<typeof amountSchema>;

/**
 * A time as words name it, in a zone (IANA). `day` and `lastDay` are ISO dates, null where only an hour was said; `minute` and
 * `lastMinute` count from midnight, null where no hour was said.
 */
export const namedTimeSchema = z
  .object({
    day: z.string().nullable(),
    lastDay: z.string().nullable(),
    minute: z.int().nullable(),
    lastMinute: z.int().nullable(),
    zone: z.string(),
  })
  .readonly();
export type NamedTime = z.infer<typeof namedTimeSchema>;

/** What the words of one message name of a sale, whoever says it. */
export const namedSchema = z
  .object({ time: namedTimeSchema.optional(), amount: amountSchema.optional(), reference: z.string().max(40).optional() })
  .readonly();
export type NamedTerms = z.infer<typeof namedSchema>;

/**
 * When something was booked for. `allDay`: from the midnight of the first day to the midnight after the last; else from an hour, and
 * `to` is null where no end was said.
 */
export const bookedForSchema = z.object({ from: z.int(), to: z.int().nullable(), allDay: z.boolean() }).readonly();
export type BookedFor = z.infer<typeof bookedForSchema>;

/** The message whose words name it, and its first words. */
const saidIn = { at: z.int(), id: z.string(), quote: z.string().max(200) };

/** What the confirming words agree, read from them and the turns before. */
export const agreedSchema = z
  .object({
    bookedFor: z.object({ ...bookedForSchema.unwrap().shape, ...saidIn }).optional(),
    amount: z.object({ thousandths: z.int().positive(), currency: z.string().nullable(), ...saidIn }).optional(),
    reference: z.string().max(40).optional(),
  })
  .readonly();
export type Agreed = z.infer<typeof agreedSchema>;

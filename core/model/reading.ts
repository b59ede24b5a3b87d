import { z } from "zod";
import { agreedSchema, namedSchema } from "./agreed.ts";
import type { Author, Direction } from "./vocabulary.ts";
import { analysts, conversionKinds, detailFields, unsureFindings } from "./vocabulary.ts";

/** Words copied from the message, at most 200 characters: the evidence. */
const quote = z.string().max(200);
/** The words of the turn before, where these words mean it only after those. */
const after = z.string().max(200).optional();

/**
 * What one analyst found in one message. An analyst's own reading depends on that message alone, never on what was said before:
 * the fold reads it again as an answer to the turns before it, so that readings do not depend on the order in which messages arrive.
 */
export const readingSchema = z.object({
  analyst: z.enum(analysts),
  /** Of the analyst; a newer version's reading replaces an older one's. */
  version: z.string(),
  /** ISO 639-1 of the main language ("tl" for Tagalog and Taglish), null when the text is too short to tell. */
  language: z.string().nullable(),
  /** In [-1, 1]; null when the message carries no tone ("ok", a number), and always null for outbound messages. */
  sentiment: z.number().min(-1).max(1).nullable(),
  /** Customer's intents, built in or the agent's own; outbound messages have none. At most one entry an intent. */
  intents: z.array(z.object({ intent: z.string(), quote, after })),
  /** The customer says yes or no to whatever was asked ("sige po", "no thanks"). */
  answer: z.enum(["yes", "no"]).nullable(),
  /** Customer or business asks something and waits for the answer. */
  question: z.object({ quote }).nullable(),
  /** Business offers something to buy or book, or a choice of such ("shall I book it for you?"); kind is what a yes would mean. */
  offer: z.object({ kind: z.enum([...conversionKinds, "other"]), quote }).nullable(),
  /** Business confirms that a booking or a purchase has been made; `moved`: that it stands at another time than before. */
  conversion: z.object({ kind: z.enum(conversionKinds), quote, after, moved: z.boolean().optional(), agreed: agreedSchema.optional() }).nullable(),
  /** Business confirms that a booking or purchase was cancelled or refunded. */
  revocation: z.object({ kind: z.enum(conversionKinds), quote, after }).nullable(),
  /** Business keeps something for the customer under a condition that is still open ("once the deposit is in"). */
  tentative: z.object({ quote, after }).nullable().optional(),
  /** Business says that what was bought has been delivered or done. */
  fulfilment: z.object({ quote }).nullable(),
  /** Business promises to come back; dueAt in ms since 1970. */
  promises: z.array(z.object({ quote, dueAt: z.int() })),
  /** The time that its words name, as a promise would fall due, in ms since 1970; null: they name none. */
  time: z.int().nullable().optional(),
  /** The time, price and reference that its words name, by which a conversion is known. */
  named: namedSchema.optional(),
  /** Business says it cannot help ("I'm not able to do that"). */
  cannotResolve: z.object({ quote }).nullable(),
  /** Contact details of the customer, in their own words; values normalized (e-mail lower case, phone E.164). */
  details: z.array(z.object({ field: z.enum(detailFields), value: z.string(), quote, confidence: z.number().min(0).max(1) })),
  /**
   * What the message may say, as likely as `sure`, so that people are asked and nothing else follows. `kind`: of the booking or sale that
   * it would confirm or revoke; `dueAt`: when the promise would be due, in ms since 1970.
   */
  unsure: z
    .array(
      z.object({
        what: z.enum(unsureFindings),
        quote,
        after,
        sure: z.number().min(0).max(1),
        kind: z.enum(conversionKinds).optional(),
        dueAt: z.int().optional(),
      }),
    )
    .max(1)
    .optional(),
});
export type Reading = z.infer<typeof readingSchema>;
export type Unsure = NonNullable<Reading["unsure"]>[number];

/** An agent's own intent, matched by its examples. */
export const ownIntentSchema = z.object({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{1,39}$/, "is 2 to 40 of a-z, 0-9 and _, starting with a letter")
    .refine((name) => name !== "conversion", "is what the business's own confirming messages are called; choose another name"),
  description: z.string().max(500).default(""),
  examples: z.array(z.string().min(1).max(300)).min(1).max(50),
});
export type OwnIntent = z.infer<typeof ownIntentSchema>;

/**
 * All that an analyst may look at. `sentAt` in ms since 1970; `timeZone` is IANA and dates the promises, `businessZone` (by default the
 * same) dates bookings; `region` (ISO 3166) reads local phone numbers, dates and currencies.
 */
export type AnalysisInput = {
  text: string;
  direction: Direction;
  author: Author;
  sentAt: number;
  timeZone: string;
  businessZone?: string;
  region: string | null;
  ownIntents: readonly OwnIntent[];
};

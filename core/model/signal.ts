import { z } from "zod";

/** Which hits of a signal count: all, the earliest, or the first n in each fixed window floor(day / days). */
export const repeatSchema = z.union([
  z.literal("every"),
  z.literal("once"),
  z.object({ atMost: z.int().min(1).max(1000), perDays: z.int().min(1).max(3650) }),
]);

/** How points fade with whole UTC days: not at all, by half each `halfLifeDays`, or to nothing after `expiresAfterDays`. */
export const decaySchema = z.union([
  z.literal("none"),
  z.object({ halfLifeDays: z.int().min(1).max(3650) }),
  z.object({ expiresAfterDays: z.int().min(1).max(3650) }),
]);

/** What every signal has, whatever it looks for; core/rules/signals adds what each type needs. */
export const commonSignalFields = {
  id: z.string().regex(/^[a-z][a-z0-9_-]{1,39}$/, "is 2 to 40 of a-z, 0-9, - and _, starting with a letter"),
  name: z.string().min(1).max(100),
  points: z.int().min(-1000).max(1000),
  category: z.string().min(1).max(40),
  repeat: repeatSchema.default("every"),
  decay: decaySchema.default("none"),
  /** Upper bound of the absolute sum of this signal, in points. */
  cap: z.int().min(0).max(1000).nullable().default(null),
  enabled: z.boolean().default(true),
  version: z.int().min(1).default(1),
};
const commonSignalSchema = z.object(commonSignalFields);
export type CommonSignal = z.infer<typeof commonSignalSchema>;
export type Decay = z.infer<typeof decaySchema>;
export type Repeat = z.infer<typeof repeatSchema>;

/** A signal found in a fact, with the words or the action that show it. At most one for each signal and fact. */
export type Hit = {
  signalId: string;
  signalVersion: number;
  factId: string;
  /** Time of the fact, ms since 1970. */
  at: number;
  points: number;
  quote: string;
  /** False when `repeat` leaves it out of the sum. */
  counted: boolean;
};

import { z } from "zod";
import { signalSchema } from "#core/rules/signals/registry.ts";
import { contactPolicySchema } from "./contactability.ts";
import { inboxSettingsSchema } from "./conversation.ts";
import { dutySettingsSchema, weeklyHoursSchema } from "./duty/duty.ts";
import { localTextSchema } from "./duty/local-text.ts";
import { takeoverSettingsSchema } from "./duty/takeover.ts";
import { escalationSettingsSchema } from "./escalation.ts";
import { followUpSettingsSchema } from "./followup.ts";
import { ownIntentSchema } from "./reading.ts";
import { analysts, businessTypes } from "./vocabulary.ts";

const days = z.int().min(1).max(3650);

const categorySchema = z.object({
  /** Upper bound of the absolute sum of the category, in points, before the weight. */
  cap: z.int().min(0).max(1000).nullable().default(null),
  weight: z.number().min(0).max(10).default(1),
});

/** One validated document per agent; every number of product.md that is not fixed lives here. */
export const settingsSchema = z.object({
  status: z
    .object({
      activeMinMessages: z.int().min(1).max(1000).default(3),
      inactiveAfterDays: days.default(14),
      churnedAfterDays: days.default(60),
      intentTtlDays: days.default(30),
    })
    .prefault({}),
  scoring: z
    .object({
      signals: z.array(signalSchema).max(500),
      categories: z.record(z.string(), categorySchema),
      /** The first threshold reached gives the grade; below D is F. */
      grades: z.object({ A: z.int(), B: z.int(), C: z.int(), D: z.int() }).default({ A: 80, B: 60, C: 40, D: 20 }),
    })
    .superRefine(({ signals }, ctx) => {
      const ids = signals.map(({ id }) => id);
      for (const [i, id] of ids.entries()) {
        if (ids.indexOf(id) < i) ctx.addIssue({ code: "custom", path: ["signals", i, "id"], message: `“${id}” is the id of another signal too` });
      }
    }),
  sentiment: z
    .object({
      halfLifeDays: days.default(14),
      /** very_negative < veryNegative ≤ negative < negative ≤ neutral ≤ positive < positive ≤ veryPositive < very_positive. */
      bands: z
        .object({ veryNegative: z.number(), negative: z.number(), positive: z.number(), veryPositive: z.number() })
        .default({ veryNegative: -0.6, negative: -0.2, positive: 0.2, veryPositive: 0.6 }),
    })
    .prefault({}),
  stages: z.object({ followUpAfterDays: days.default(30), newCycleAfterDays: days.default(1) }).prefault({}),
  flags: z
    .object({
      vipConversions: z.int().min(1).default(3),
      /** In units of one currency, over all conversions that stand; null: what people spend makes nobody a VIP. */
      vipLifetimeValue: z.number().positive().max(1e12).nullable().default(null),
      atRiskDays: days.default(14),
    })
    .prefault({}),
  /** The analysts whose reading counts, in order of preference. */
  analysts: z.array(z.enum(analysts)).min(1).default(["rules"]),
  ownIntents: z.array(ownIntentSchema).max(100).default([]),
  /** Sent once, in answer to the first message of a conversation; null: nothing is sent. */
  greeting: z
    .object({
      text: z.string().min(1).max(1000).nullable().default(null),
      /** Sent in its place while it is closed; `{opens}` in it stands for when it opens. */
      awayText: localTextSchema.nullable().default(null),
      /** When the business is open, local time; days 1 (Monday) to 7. Null: always. */
      hours: weeklyHoursSchema.nullable().default(null),
    })
    .prefault({}),
  followUps: followUpSettingsSchema.prefault({}),
  /** Questions to staff about what a message says: at most so many a day of the business; 0 asks nothing. */
  questions: z.object({ perDay: z.int().min(0).max(100).default(5) }).prefault({}),
  contact: contactPolicySchema.prefault({}),
  escalations: escalationSettingsSchema.prefault({}),
  inbox: inboxSettingsSchema.prefault({}),
  takeover: takeoverSettingsSchema.prefault({}),
  duty: dutySettingsSchema.prefault({}),
  /** The template that was chosen for this business; null: none yet. */
  businessType: z.enum(businessTypes).nullable().default(null),
  /** IANA zone and ISO 3166 country of the business: they date promises and read local phone numbers. */
  timeZone: z.string().default("UTC"),
  region: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
});
export type Settings = z.infer<typeof settingsSchema>;
/** A document under its version: rows derived from it carry the number. */
export type VersionedSettings = { version: number; document: Settings };

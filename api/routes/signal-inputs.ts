import { z } from "@hono/zod-openapi";
import { decaySchema, repeatSchema } from "#core/model/signal.ts";
import { line } from "./inputs.ts";

const points = z.int().min(-1000).max(1000).meta({ description: "Added to the score, or taken from it", example: 5 });

const common = {
  name: line(100).meta({ example: "Asks about parking" }),
  category: line(40).meta({ description: "One of the categories of the settings", example: "engagement" }),
  repeat: repeatSchema.meta({ description: "`every` hit counts, the earliest `once`, or the first n of each window of days", example: "every" }),
  decay: decaySchema.meta({ description: "`none`, by half in so many days, or to nothing after so many", example: { halfLifeDays: 14 } }),
  cap: z.int().min(0).max(1000).nullable().meta({ description: "The most that the signal adds or takes; null: no limit", example: 10 }),
  enabled: z.boolean().meta({ example: true }),
};

const intent = line(40).meta({
  description: "An intent of the analysts or of your own, or `conversion`: the business's confirming message",
  example: "pricing_question",
});
const phrases = z
  .array(line(100))
  .max(200)
  .meta({ description: "Found as whole words, whatever their case and accents", example: ["parking", "car park"] });
const patterns = z
  .array(line(200))
  .max(50)
  .meta({
    description: "Regular expressions of RE2, run over the text in small letters without accents",
    example: [String.raw`\b[0-9]+ cars?\b`],
  });
const action = line(64).meta({ description: "Any name that actions are posted under", example: "form_submitted" });

const id = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{1,39}$/, "is 2 to 40 of a-z, 0-9, - and _, starting with a letter")
  .optional()
  .meta({ description: "By default made of the name", example: "asks_about_parking" });

const fresh = {
  id,
  name: common.name,
  category: common.category,
  repeat: common.repeat.optional(),
  decay: common.decay.optional(),
  cap: common.cap.optional(),
  enabled: common.enabled.optional(),
};

const example = { name: "Asks about parking", type: "keyword", phrases: ["parking", "car park"], points: 5, category: "engagement", cap: 10 };

export const SignalInput = z
  .discriminatedUnion(
    "type",
    [
      z.strictObject({ ...fresh, points, type: z.literal("ai"), intent }),
      z.strictObject({ ...fresh, points, type: z.literal("keyword"), phrases: phrases.optional(), patterns: patterns.optional() }),
      z.strictObject({ ...fresh, points, type: z.literal("action"), action }),
      z.strictObject({
        ...fresh,
        points: points.default(0).meta({ description: "Not used: staff say how many" }),
        category: common.category.default("manual"),
        type: z.literal("manual"),
      }),
    ],
    { error: "is ai, keyword, action or manual" },
  )
  .meta({ id: "NewSignal", example });

export const SignalPatch = z
  .strictObject({ ...common, points, intent, phrases, patterns, action })
  .partial()
  .meta({
    id: "SignalPatch",
    description: "What is not given stays; what another type looks for is refused",
    example: { points: 8, decay: { expiresAfterDays: 60 } },
  });

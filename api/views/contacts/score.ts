import { z } from "@hono/zod-openapi";
import { grades } from "#core/model/vocabulary.ts";
import type { ScoreExplanation } from "#core/usecases/contacts/explain-score.ts";
import { iso, Moment } from "../moment.ts";

const ContributionView = z.object({
  signal: z.string().meta({ example: "pricing_question" }),
  signalVersion: z.int().meta({ example: 1 }),
  category: z.string().meta({ example: "intent" }),
  points: z.number().meta({ description: "Before decay", example: 19 }),
  decay: z.string().meta({ description: "`none`, or what is left of the points", example: "× 1 after 0 days" }),
  value: z.number().meta({ description: "points × decay", example: 19 }),
  quote: z.string().meta({ description: "The words or the action that show it", example: "how much" }),
  messageId: z.string().nullable().meta({ description: "Null when it was no message", example: "msg_01kaw3v6h0abcdefghjkmnpqrs" }),
  factId: z.string().meta({ description: "The message, action or adjustment", example: "msg_01kaw3v6h0abcdefghjkmnpqrs" }),
  at: Moment,
});

export const ScoreView = z
  .object({
    score: z.int().min(0).max(100).meta({ description: "`rounded`, clamped to 0..100", example: 20 }),
    grade: z.enum(grades).meta({ example: "D" }),
    raw: z.number().meta({ description: "Contributions and steps add up to it, with 6 decimals", example: 20 }),
    rounded: z.int().meta({ example: 20 }),
    asOf: Moment,
    categories: z.array(z.object({ category: z.string(), sum: z.number(), weight: z.number(), value: z.number() })).meta({
      description: "After caps and weights",
      example: [{ category: "intent", sum: 19, weight: 1, value: 19 }],
    }),
    contributions: z.array(ContributionView),
    steps: z.array(z.object({ label: z.string(), value: z.number() })).meta({
      description: "What caps and weights took away or added",
      example: [{ label: "capped by engagement 20", value: -12.5 }],
    }),
    verified: z.boolean().optional().meta({ description: "With `verify=true`: a fold from the facts agrees with what is stored" }),
  })
  .meta({ id: "Score", description: "A lead score with every line of its arithmetic" });

export function toScoreView({ asOf, contributions, ...score }: ScoreExplanation): z.infer<typeof ScoreView> {
  const lines = contributions.map((line) => ({ ...line, messageId: line.factId.startsWith("msg_") ? line.factId : null, at: iso(line.at) }));
  return { ...score, asOf: iso(asOf), contributions: lines };
}

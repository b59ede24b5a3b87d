import { readFileSync } from "node:fs";
import { z } from "zod";

const turn = z.object({
  role: z.enum(["customer", "agent"]),
  text: z.string(),
  at: z.string().optional(),
  minutes: z.number().optional(),
  labels: z.record(z.string(), z.unknown()).optional(),
});
const turnLabels = z.looseObject({
  new_intent: z.array(z.string()).optional(),
  accepts_offer_to_book: z.boolean().optional(),
  stage_proxy: z.string().optional(),
  slots: z.record(z.string(), z.array(z.string())).optional(),
});
const outcome = z.looseObject({ turn: z.number() });
const dialogueLabels = z.looseObject({
  turns: z.array(turnLabels).optional(),
  converted: z.boolean().optional(),
  conversions: z.array(outcome).optional(),
  failed_transactions: z.array(outcome).optional(),
  other_success: z.array(outcome).optional(),
  abusive_majority: z.boolean().optional(),
  donated: z.boolean().optional(),
});

/** One line of a data set: a dialogue with labels, or a text with a label. */
const recordSchema = z.looseObject({
  id: z.string(),
  text: z.string().optional(),
  label: z.string().optional(),
  turns: z.array(turn).optional(),
  labels: dialogueLabels.optional(),
  intents: z.array(z.string()).optional(),
  /** Of a line of a chat: who says it, in which language, after which turns. */
  role: turn.shape.role.optional(),
  lang: z.string().optional(),
  context: z.array(turn).optional(),
});

export type EvalRecord = z.infer<typeof recordSchema>;

/** What is null counts as absent; lines of another shape are passed over. */
export function readRecords(path: string): EvalRecord[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .flatMap((line) => {
      const { data } = recordSchema.safeParse(JSON.parse(line, (_, value) => value ?? undefined));
      return data ? [data] : [];
    });
}

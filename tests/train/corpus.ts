import { globSync, readFileSync } from "node:fs";
import { z } from "zod";

const turn = z.object({
  role: z.enum(["customer", "agent"]),
  text: z.string(),
  minutes: z.number().optional(),
  labels: z.record(z.string(), z.unknown()).optional(),
});
const base = { id: z.string(), writer: z.string(), lang: z.string(), business: z.string() };
const lineSchema = z.object({
  ...base,
  role: turn.shape.role,
  context: z.array(turn).default([]),
  text: z.string(),
  labels: z.record(z.string(), z.unknown()),
});
const dialogueSchema = z.object({ ...base, turns: z.array(turn), labels: z.record(z.string(), z.unknown()) });

export type Turn = z.infer<typeof turn>;
/** One labelled turn with the turns before it, oldest first. */
export type Line = z.infer<typeof lineSchema>;
export type Dialogue = z.infer<typeof dialogueSchema>;

function records(folder: string, name: string): unknown[] {
  return globSync(`${folder}/**/${name}.jsonl`)
    .sort()
    .flatMap((path) => readFileSync(path, "utf8").split("\n"))
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** The conversations below a folder. */
export function readDialogues(folder: string): Dialogue[] {
  return records(folder, "dialogues").map((record) => dialogueSchema.parse(record));
}

/** All labelled turns below a folder: its lines, and the labelled turns of its conversations. */
export function readLines(folder: string): Line[] {
  const lines = records(folder, "lines").map((record) => lineSchema.parse(record));
  const turns = readDialogues(folder).flatMap(({ turns: all, ...dialogue }) =>
    all.flatMap(({ role, text, labels }, index): Line[] =>
      labels ? [{ ...dialogue, id: `${dialogue.id}#${index}`, role, text, labels, context: all.slice(0, index) }] : [],
    ),
  );
  return [...lines, ...turns];
}

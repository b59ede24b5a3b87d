import { describe, expect, it } from "vitest";
import { z } from "zod";
import { measure } from "#tests/eval/metrics.ts";
import { readRecords } from "#tests/eval/records.ts";
import { tasks } from "#tests/eval/tasks/index.ts";

const partSchema = z.looseObject({ language: z.string(), held: z.boolean().default(false), half: z.enum(["a", "b"]).default("a") });

/**
 * What is held out was not looked at when rules were written: a third of each file, of the promises half "b". Ids in x
 * (half held out) and y (all) came after the rules, and are the fairer measure.
 */
type Part = "seen" | "held";
type Figure = "F1" | "macro-F1" | "accuracy";

/**
 * What is reached, less a little: a text or two may be lost for a rule that wins more elsewhere, no more. When rules
 * reach more, raise the floor.
 */
const floors: [file: string, task: string, figure: Figure, part: Part, floors: { en: number; es: number; tl: number }][] = [
  ["sentiment", "sentiment, 3 levels", "macro-F1", "seen", { en: 0.95, es: 0.96, tl: 0.96 }],
  ["sentiment", "sentiment, 3 levels", "macro-F1", "held", { en: 0.81, es: 0.78, tl: 0.84 }],
  ["intents", "every intent", "F1", "seen", { en: 0.95, es: 0.95, tl: 0.93 }],
  ["intents", "every intent", "F1", "held", { en: 0.83, es: 0.84, tl: 0.86 }],
  ["intents", "all intents of a text", "accuracy", "seen", { en: 0.94, es: 0.95, tl: 0.91 }],
  ["intents", "all intents of a text", "accuracy", "held", { en: 0.76, es: 0.77, tl: 0.79 }],
  ["intents", "misleading words", "accuracy", "seen", { en: 0.88, es: 0.82, tl: 0.93 }],
  ["intents", "misleading words", "accuracy", "held", { en: 0.93, es: 0.93, tl: 0.93 }],
  ["business", "message of the business", "accuracy", "seen", { en: 0.86, es: 0.93, tl: 0.93 }],
  ["business", "message of the business", "accuracy", "held", { en: 0.71, es: 0.69, tl: 0.76 }],
  ["promises-in-halves", "promise to come back", "F1", "seen", { en: 0.96, es: 0.96, tl: 0.96 }],
  ["promises-in-halves", "promise to come back", "F1", "held", { en: 0.89, es: 0.92, tl: 0.91 }],
  ["promises-in-halves", "due time of a promise", "accuracy", "seen", { en: 0.93, es: 0.93, tl: 0.93 }],
  ["promises-in-halves", "due time of a promise", "accuracy", "held", { en: 0.82, es: 0.93, tl: 0.93 }],
];

/** The dialogues are few: all languages and parts at once. */
const ofDialogues: [task: string, floor: number][] = [
  ["status in the end", 0.92],
  ["stage in the end", 0.92],
  ["converted in the end", 0.97],
  ["promise kept or open", 0.97],
];

describe("texts of our own", () => {
  const lines = floors.flatMap(([file, task, figure, part, byLanguage]) =>
    Object.entries(byLanguage).map(([language, floor]) => ({ file, task, figure, part, language, floor })),
  );

  it.each(lines)("$file, $part, $language: $figure of “$task” is at least $floor", ({ file, task, figure, part, language, floor }) => {
    const { reached, misses } = reach(file, task, figure, (line) => line.part === part && line.language === language);

    expect(reached, misses).toBeGreaterThanOrEqual(floor);
  });
});

describe("dialogues of our own", () => {
  it.each(ofDialogues)("tell the %s for at least %d of them", (task, floor) => {
    const { reached, misses } = reach("dialogues", task, "accuracy", () => true);

    expect(reached, misses).toBeGreaterThanOrEqual(floor);
  });
});

/** A figure of the lines that are wanted, and their worst misses in words. */
function reach(file: string, name: string, figure: Figure, wanted: (line: { language: string; part: Part }) => boolean) {
  const task = tasks.find((candidate) => candidate.name === name);
  if (!task) throw new Error(`no task “${name}”`);
  const predictions = readRecords(`tests/fixtures/readings/${file}.jsonl`)
    .filter((record) => wanted(partOf(record)) && task.fits(record))
    .flatMap(task.predict);
  const { accuracy, macroF1, byLabel } = measure(predictions);
  const f1 = byLabel.get(task.positive ?? "")?.f1 ?? 0;
  const misses = predictions
    .filter(({ gold, predicted }) => gold !== predicted)
    .sort((a, b) => (b.sure ?? 0) - (a.sure ?? 0))
    .slice(0, 10)
    .map(({ id, gold, predicted, text }) => `${id}: ${gold}, said ${predicted}: ${text}`);
  return { reached: { F1: f1, "macro-F1": macroF1, accuracy }[figure], misses: ["The worst misses:", ...misses].join("\n") };
}

function partOf(record: unknown): { language: string; part: Part } {
  const { language, held, half } = partSchema.parse(record);
  return { language, part: held || half === "b" ? "held" : "seen" };
}

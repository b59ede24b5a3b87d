import { globSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import { customerLabels } from "#core/rules/analysis/learned/labels.ts";
import { readRecords } from "#tests/eval/records.ts";
import type { Line } from "./corpus.ts";

const folder = "tests/fixtures/readings";

/** A text of our own that rules were written with; the half that is held out stays so. */
const ownText = z.looseObject({
  id: z.string().default(""),
  text: z.string(),
  language: z.string().default("en"),
  held: z.boolean().default(false),
  half: z.enum(["a", "b"]).default("a"),
  label: z.string().optional(),
  intents: z.array(z.string()).optional(),
  maybe: z.array(z.string()).default([]),
  promises: z.boolean().optional(),
});
type OwnText = z.infer<typeof ownText>;

/** The texts that rules were written with, as lines without turns before them. What they are not labelled for is left open. */
export function readOwnTexts(): Line[] {
  return globSync(`${folder}/*.jsonl`)
    .sort()
    .flatMap((path) =>
      readRecords(path)
        .flatMap((record) => ownText.safeParse(record).data ?? [])
        .map((text, at) => ({ text, id: `${basename(path, ".jsonl")}-${at}` })),
    )
    .filter(({ text: { held, half } }) => !held && half === "a")
    .flatMap(({ text, id }): Line[] => {
      const labels = labelsOf(text);
      const role = text.intents === undefined && !tones.has(text.label ?? "") ? "agent" : "customer";
      return labels
        ? [
            {
              id,
              writer: `own-${id.replace(/\D+/g, "").slice(-1)}`,
              lang: text.language,
              business: "any",
              role,
              context: [],
              text: text.text,
              labels,
            },
          ]
        : [];
    });
}

const tones: ReadonlySet<string> = new Set(["negative", "neutral", "positive"]);
const outcomes: Readonly<Record<string, string>> = {
  conversion: "confirmed",
  revocation: "cancelled",
  none: "none",
  offer: "none",
  cannotResolve: "none",
};
/** The intents that a label of the corpus stands for, where it is called otherwise. */
const namedIntents: Readonly<Record<string, readonly string[]>> = {
  buying_intent: ["purchase_intent", "booking_request"],
  elsewhere: ["not_interested"],
};

function labelsOf({ label, intents, maybe, promises }: OwnText): Record<string, unknown> | null {
  if (promises !== undefined) return { promise: promises };
  if (intents) return labelsOfIntents(intents, maybe);
  if (label === undefined) return null;
  if (tones.has(label)) return { sentiment: label };
  const conversion = outcomes[label.split(":")[0] ?? ""];
  return conversion ? { conversion, cannot: label === "cannotResolve" } : null;
}

function labelsOfIntents(intents: readonly string[], maybe: readonly string[]): Record<string, unknown> {
  const flags = customerLabels
    .filter((name) => name !== "question" && name !== "spam")
    .flatMap((name): [string, boolean][] => {
      const names = namedIntents[name] ?? [name];
      if (names.some((each) => intents.includes(each))) return [[name, true]];
      return names.some((each) => maybe.includes(each)) ? [] : [[name, false]];
    });
  const optOut = intents.includes("opt_out") ? "near" : maybe.includes("opt_out") ? undefined : "no";
  return { ...Object.fromEntries(flags), ...(optOut ? { opt_out: optOut } : {}) };
}

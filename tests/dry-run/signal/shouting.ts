import { z } from "zod";
import { defineSignal, nothing } from "#core/rules/signals/define.ts";
import { finding } from "#core/rules/signals/finding.ts";
import { sameTargets } from "#core/rules/signals/same-target.ts";

/** Messages in capital letters: the type of signal that the dry run adds. */
export const shouting = defineSignal({
  type: "shouting",
  position: 5,
  settings: { minLetters: z.int().min(1).max(1000).default(10) },
  input: { minLetters: z.int().min(1).max(1000).meta({ description: "How many capital letters there must be", example: 10 }) },
  view: { minLetters: z.int().meta({ example: 10 }) },
  points: "of the signal",
  detector: (signals) => (fact) => {
    if (fact.type !== "message" || fact.direction !== "inbound" || fact.text !== fact.text.toUpperCase()) return [];
    const letters = fact.text.match(/\p{Lu}/gu)?.length ?? 0;
    return signals.filter(({ minLetters }) => letters >= minLetters).map((signal) => ({ signal, quote: fact.text.slice(0, 200) }));
  },
  findings: { shouts_too_little: { field: "minLetters" }, same_shouting: { field: "minLetters" } },
  lint: {
    each: ({ id, minLetters }) => (minLetters < 3 ? [finding("shouts_too_little", id, `finds words like OK: ${minLetters} letters are few`)] : []),
    all: nothing,
    overlaps: (signals) => sameTargets(signals, "same_shouting", ({ minLetters }) => `${minLetters} capital letters`),
  },
  words: nothing,
  lists: [],
});

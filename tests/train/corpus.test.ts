import { describe, expect, it } from "vitest";
import { businessLabels, conversionClasses, customerLabels, optOutClasses, toneClasses } from "#core/rules/analysis/learned/labels.ts";
import { foldText } from "#core/rules/text/text.ts";
import { type Line, readDialogues, readLines } from "./corpus.ts";

const learned = readLines("tests/corpus/train");
const setApart = readLines("tests/corpus/set-apart");
const all = [...learned, ...setApart];

const wordsOf = ({ role, text }: Pick<Line, "role" | "text">) =>
  `${role} ${foldText(text)
    .replace(/[^\p{L}\p{N}\p{Emoji}]+/gu, " ")
    .trim()}`;
const sharesOf = (lines: readonly Line[], label: string, value: unknown = true) =>
  lines.filter(({ labels }) => labels[label] === value).length / lines.length;

describe("the corpus", () => {
  it("has at least 12,000 labelled turns and 600 conversations, in three languages", () => {
    expect(all.length).toBeGreaterThanOrEqual(12_000);
    expect(readDialogues("tests/corpus").length).toBeGreaterThanOrEqual(600);
    for (const language of ["en", "es", "tl"]) expect(all.filter(({ lang }) => lang === language).length).toBeGreaterThan(3_000);
  });

  it("names only labels and values that there are", () => {
    const allowed: Record<string, readonly unknown[]> = {
      conversion: conversionClasses,
      sentiment: toneClasses,
      opt_out: optOutClasses,
      ...Object.fromEntries([...customerLabels, ...businessLabels, "partial"].map((label) => [label, [true, false]])),
    };
    const others = new Set(["sentiment_alt", "details", "due", "conversion_alt"]);
    const wrong = all.flatMap(({ id, labels }) =>
      Object.entries(labels)
        .filter(([label, value]) => !others.has(label) && !allowed[label]?.includes(value))
        .map(([label, value]) => `${id}: ${label} ${value}`),
    );

    expect(wrong).toEqual([]);
  });

  it("gives every line an id of its own", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it("sets apart whole voices: no writer and next to no text is on both sides", () => {
    const writers = new Set(learned.map(({ writer }) => writer));
    const texts = new Set(learned.filter(({ text }) => text.length > 20).map(wordsOf));

    expect(setApart.filter(({ writer }) => writers.has(writer))).toEqual([]);
    expect(setApart.filter((line) => texts.has(wordsOf(line))).length / setApart.length).toBeLessThan(0.01);
  });

  it("repeats itself hardly ever: the same words after the same turn are a twentieth at most, long ones next to never", () => {
    const seen = new Map<string, number>();
    for (const line of all) {
      const key = `${wordsOf(line)} | ${foldText(line.context.at(-1)?.text ?? "")}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    const repeats = [...seen].filter(([, count]) => count > 1);

    expect(repeats.reduce((sum, [, count]) => sum + count - 1, 0) / all.length).toBeLessThan(0.05);
    expect(repeats.filter(([key]) => key.length > 60).length / all.length).toBeLessThan(0.005);
  });

  it("has enough of every label, with many more lines beside that do not have it", () => {
    const customers = all.filter(({ role }) => role === "customer");
    const businesses = all.filter(({ role }) => role === "agent");
    for (const label of customerLabels) expect(sharesOf(customers, label), label).toBeGreaterThan(0.01);
    for (const label of businessLabels) expect(sharesOf(businesses, label), label).toBeGreaterThan(0.03);
    for (const outcome of conversionClasses) expect(sharesOf(businesses, "conversion", outcome), outcome).toBeGreaterThan(0.03);
    for (const level of toneClasses) expect(sharesOf(customers, "sentiment", level), level).toBeGreaterThan(0.005);
  });
});

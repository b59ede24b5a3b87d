import { RE2JS, RE2JSException } from "re2js";
import { foldPattern } from "#core/rules/text/text.ts";

/** Matching takes time in proportion to the length of the text × the size of the pattern; both are bounded. */
export const maxPatternText = 4_000;
const maxSize = 300;
const maxSizeOfAll = 3_000;
const maxQuote = 200;

type WithPatterns = { patterns: readonly string[] };
export type PatternEntry<S extends WithPatterns> = { signal: S; pattern: string; regex: RE2JS };
export type PatternFault<S extends WithPatterns> = { signal: S; index: number; fault: string };

/** The pattern as it is run over folded texts, or what is wrong with it. */
export function compilePattern(pattern: string): RE2JS | string {
  try {
    const regex = RE2JS.compile(foldPattern(pattern), RE2JS.CASE_INSENSITIVE);
    if (regex.programSize() > maxSize) return "is too large: repeat less, or make two patterns of it";
    return regex.test("") ? "finds an empty text, and so every message" : regex;
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return `is not a regular expression of RE2: ${reasonOf(error)}`;
  }
}

/** Patterns of all the signals, and those that cannot be run. What is beyond the size of all together is left out. */
export function compilePatterns<S extends WithPatterns>(signals: readonly S[]): { entries: PatternEntry<S>[]; faults: PatternFault<S>[] } {
  const entries: PatternEntry<S>[] = [];
  const faults: PatternFault<S>[] = [];
  let size = 0;
  for (const signal of signals) {
    for (const [index, pattern] of signal.patterns.entries()) {
      const regex = compilePattern(pattern);
      if (typeof regex === "string") faults.push({ signal, index, fault: regex });
      else if (size + regex.programSize() > maxSizeOfAll)
        faults.push({ signal, index, fault: "is one too many: all patterns together are too large" });
      else {
        size += regex.programSize();
        entries.push({ signal, pattern, regex });
      }
    }
  }
  return { entries, faults };
}

/** What the pattern finds first in a folded text; null: nothing. */
export function findPattern(regex: RE2JS, folded: string): string | null {
  // The test alone is much faster than the search for the place.
  if (!regex.test(folded)) return null;
  const found: unknown = regex.exec(folded)?.[0];
  return typeof found === "string" && found !== "" ? found.slice(0, maxQuote) : null;
}

/** Without the flags that were put before the pattern. */
function reasonOf({ message }: Error): string {
  return message.replace("error parsing regexp: ", "").replace("`(?i)", "`").replace("(?i)", "");
}

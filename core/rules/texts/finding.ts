export const textFindingCodes = [
  "empty",
  "only_emoji",
  "too_long",
  "may_be_too_long",
  "stray_braces",
  "unknown_variable",
  "no_fallback",
  "link",
  "unsafe_link",
  "short_link",
  "duplicate",
  "unknown_language",
] as const;
export type TextFindingCode = (typeof textFindingCodes)[number];

/** What is wrong with a template, or may be: an error refuses it. `pointer` is a JSON pointer into the template. */
export type TextFinding = { severity: "error" | "warning"; code: TextFindingCode; pointer: string; detail: string };

export const findingCodes = [
  "disabled",
  "no_points",
  "no_cap",
  "no_weight",
  "no_category_cap",
  "capped_below_points",
  "unknown_category",
  "unknown_intent",
  "expires_at_once",
  "empty_phrase",
  "broken_pattern",
  "same_intent",
  "same_action",
  "same_phrase",
  "contained_phrase",
  "same_pattern",
  "pattern_finds_phrase",
  "too_many_phrases",
  "no_manual",
  "spare_manual",
  "inexact_manual",
  "unreachable_grade",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Something that looks like a mistake. `signal` and `other` are ids; null: it is about the settings as a whole, or about one signal alone. */
export type Finding = { code: FindingCode; signal: string | null; other: string | null; detail: string };

export function finding(code: FindingCode, signal: string | null, detail: string, other: string | null = null): Finding {
  return { code, signal, other, detail };
}

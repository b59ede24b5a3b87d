/** Something that looks like a mistake. `signal` and `other` are ids; null: it is about the settings as a whole, or about one signal alone. */
export type SignalFinding<Code extends string = string> = { code: Code; signal: string | null; other: string | null; detail: string };

export function finding<Code extends string>(code: Code, signal: string | null, detail: string, other: string | null = null): SignalFinding<Code> {
  return { code, signal, other, detail };
}

/** Where in a signal a finding is shown, null: at the signal itself; and whether settings with it are refused. */
export type FindingPlace<Field extends string = string> = { field: Field | null; isError?: true };

/** What can be found about a signal of any type, and about all of them together. */
export const commonFindings = {
  disabled: { field: "enabled" },
  no_points: { field: "points" },
  no_cap: { field: "cap" },
  no_weight: { field: "category" },
  no_category_cap: { field: "category" },
  capped_below_points: { field: "cap" },
  unknown_category: { field: "category" },
  expires_at_once: { field: "decay" },
  unreachable_grade: { field: null },
} as const satisfies Record<string, FindingPlace>;
export type CommonFindingCode = keyof typeof commonFindings;

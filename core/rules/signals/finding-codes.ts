import { type CommonFindingCode, commonFindings, type FindingPlace, type SignalFinding } from "./finding.ts";
import { type SignalType, signalTypes } from "./registry.ts";

type CodeOf<T> = T extends { findings: infer Findings } ? keyof Findings & string : never;
export type SignalFindingCode = CommonFindingCode | CodeOf<SignalType>;
export type AnySignalFinding = SignalFinding<SignalFindingCode>;

/** The order of the API's document, which stays as it was published; codes that are not named here follow. */
const published: readonly string[] = [
  ...["disabled", "no_points", "no_cap", "no_weight", "no_category_cap", "capped_below_points", "unknown_category", "unknown_intent"],
  ...["expires_at_once", "empty_phrase", "broken_pattern", "same_intent", "same_action", "same_phrase", "contained_phrase", "same_pattern"],
  ...["pattern_finds_phrase", "too_many_phrases", "no_manual", "spare_manual", "inexact_manual", "unreachable_grade"],
];

const places: ReadonlyMap<string, FindingPlace> = new Map(
  [commonFindings, ...signalTypes.map(({ findings }) => findings)].flatMap((findings) => Object.entries<FindingPlace>(findings)),
);

const rank = (code: string): number => (published.includes(code) ? published.indexOf(code) : published.length);

// The keys of the maps above are these codes.
export const signalFindingCodes = [...places.keys()].sort((a, b) => rank(a) - rank(b)) as [SignalFindingCode, ...SignalFindingCode[]];

/** Where a finding is shown, and whether settings with it are refused. */
export function placeOf(code: SignalFindingCode): FindingPlace {
  return places.get(code) ?? { field: null };
}

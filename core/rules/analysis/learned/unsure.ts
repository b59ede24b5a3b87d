import type { Reading, Unsure } from "#core/model/reading.ts";
import type { UnsureFinding } from "#core/model/vocabulary.ts";
import { weights } from "./weights.ts";

/**
 * From which share of the probability that would decide people are asked. Training chooses that probability so that hardly anything is found
 * wrongly; one press costs less than a wrong finding, so weaker signs will do. With this share about two of three questions about voices
 * that training has not seen are rightly answered with yes.
 */
const askingShare = 1 / 2.5;
/** Below this more than five of six questions would be answered with no. */
const leastAsked = 0.15;

/** The probability from which people are asked about a finding that was not made. */
export function askedFrom(what: UnsureFinding): number {
  return Math.max(leastAsked, (weights.decisions[what]?.from ?? 1) * askingShare);
}

/** The surest of some findings that were not made, if it is likely enough to ask about it: as a part of a reading. */
export function likelyOf(candidates: readonly Unsure[]): Pick<Reading, "unsure"> {
  const [surest] = candidates.filter(({ what, sure }) => sure >= askedFrom(what)).sort((a, b) => b.sure - a.sure);
  return surest ? { unsure: [{ ...surest, sure: Math.round(surest.sure * 100) / 100 }] } : {};
}

import type { ContactState, SignalTally } from "#core/model/contact-state.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Decay } from "#core/model/signal.ts";
import { named } from "#core/rules/named.ts";
import { day as dayLength } from "#core/rules/time.ts";
import { lifetimeDays } from "./decay.ts";
import { readScore } from "./score.ts";

/** How far ahead scores are read; a contact with hits still live is looked at again then. */
const horizonDays = 32;

/**
 * The UTC midnight, in ms since 1970, on which time alone changes the score; within 32 days. Null when no live hit fades.
 * Early is allowed, late never. `today` is a UTC day.
 */
export function scoreReviewAt(state: ContactState, settings: Settings, today: number): number | null {
  const days = daysOfChange(state, settings, today);
  if (days.length === 0) return null;
  const now = readScore(state.tallies, settings.scoring, today).score;
  for (const day of days) {
    if (day > today + horizonDays) break;
    if (readScore(state.tallies, settings.scoring, day).score !== now) return day * dayLength;
  }
  return (today + horizonDays) * dayLength;
}

/** Days after today on which some tally can change, ascending. */
function daysOfChange(state: ContactState, settings: Settings, today: number): number[] {
  const enabled = settings.scoring.signals.filter(({ enabled }) => enabled);
  const days = new Set(enabled.flatMap(({ id, decay }) => daysOfTally(named(state.tallies, id)?.days ?? [], decay, today)));
  return [...days].sort((a, b) => a - b);
}

/** Every day for a half-life, the day of expiry of each hit otherwise. */
function daysOfTally(hitDays: SignalTally["days"], decay: Decay, today: number): number[] {
  const newest = hitDays.at(-1);
  const life = lifetimeDays(decay);
  if (!newest || life === null || newest[0] + life <= today) return [];
  if (decay !== "none" && "halfLifeDays" in decay) return Array.from({ length: horizonDays }, (_, i) => today + 1 + i);
  return hitDays.map(([hitDay]) => hitDay + life).filter((day) => day > today);
}

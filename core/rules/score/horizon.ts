import type { ContactState } from "#core/model/contact-state.ts";
import type { Settings } from "#core/model/settings.ts";
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

/** Days after today on which some tally can change, ascending: every day for a half-life, the day of expiry otherwise. */
function daysOfChange(state: ContactState, settings: Settings, today: number): number[] {
  const days = new Set<number>();
  for (const signal of settings.scoring.signals) {
    const hitDays = named(state.tallies, signal.id)?.days ?? [];
    const newest = hitDays.at(-1);
    const life = lifetimeDays(signal.decay);
    if (!newest || life === null || !signal.enabled || newest[0] + life <= today) continue;
    if (signal.decay !== "none" && "halfLifeDays" in signal.decay) {
      for (let day = today + 1; day <= today + horizonDays; day++) days.add(day);
    } else {
      for (const [hitDay] of hitDays) if (hitDay + life > today) days.add(hitDay + life);
    }
  }
  return [...days].sort((a, b) => a - b);
}

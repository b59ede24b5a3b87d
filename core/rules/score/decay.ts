import type { Decay } from "#core/model/signal.ts";

/** Points are summed in millionths, as integers, so that sums are exact and explanations add up. */
export const micro = 1_000_000;

/** Half-lives after which nothing is left: 2^-10 is below a thousandth. */
const halfLivesKept = 10;

/** Share of the points that is left after whole UTC days, in millionths. Days before the hit count as its own day. */
export function shareLeft(decay: Decay, ageDays: number): number {
  const age = Math.max(0, ageDays);
  if (decay === "none") return micro;
  if ("expiresAfterDays" in decay) return age < decay.expiresAfterDays ? micro : 0;
  return age > decay.halfLifeDays * halfLivesKept ? 0 : Math.round(micro * 2 ** (-age / decay.halfLifeDays));
}

/** Days after which a hit counts nothing for ever; null: never. */
export function lifetimeDays(decay: Decay): number | null {
  if (decay === "none") return null;
  return "expiresAfterDays" in decay ? decay.expiresAfterDays : decay.halfLifeDays * halfLivesKept + 1;
}

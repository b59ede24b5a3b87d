import type { ContactState } from "#core/model/contact-state.ts";
import type { Settings } from "#core/model/settings.ts";
import type { SentimentLevel, SentimentTrend } from "#core/model/vocabulary.ts";
import { utcDay } from "../time.ts";

type Days = ContactState["sentiment"];

const halfLivesKept = 10;
/** The last week is compared with what was before it; a smaller difference is steady. */
const trendDays = 7;
const trendStep = 0.1;

/** Adds the tone of one inbound message. Sums are thousandths, so that they are exact in any order; + 0 takes the sign off a zero. */
export function addTone(days: Days, at: number, sentiment: number, halfLifeDays: number): Days {
  const day = utcDay(at);
  const thousandths = Math.round(sentiment * 1000) + 0;
  const next = days.slice();
  const last = next.at(-1);
  if (last && last[0] === day) next[next.length - 1] = [day, last[1] + thousandths, last[2] + 1];
  else next.push([day, thousandths, 1]);
  const first = next.findIndex(([earlier]) => day - earlier <= halfLifeDays * halfLivesKept);
  return first <= 0 ? next : next.slice(first);
}

export type ContactSentiment = { score: number; level: SentimentLevel; trend: SentimentTrend };

/** Mean with a half-life, by day, seen from the newest toned message, so that time alone does not move it. Null without tone. */
export function readSentiment(days: Days, policy: Settings["sentiment"]): ContactSentiment | null {
  const newest = days.at(-1)?.[0];
  if (newest === undefined) return null;
  const weigh = ([day, sum, count]: Days[number]) => {
    const weight = 2 ** (-(newest - day) / policy.halfLifeDays);
    return { sum: sum * weight, count: count * weight };
  };
  const score = mean(days.map(weigh)) ?? 0;
  const recent = mean(days.filter(([day]) => newest - day < trendDays).map(weigh));
  const before = mean(days.filter(([day]) => newest - day >= trendDays).map(weigh));
  return { score, level: sentimentLevel(score, policy.bands), trend: trendOf(before, recent) };
}

function mean(parts: { sum: number; count: number }[]): number | null {
  let sum = 0;
  let count = 0;
  for (const part of parts) {
    sum += part.sum;
    count += part.count;
  }
  return count === 0 ? null : Math.round((sum / count) * 1000) / 1_000_000;
}

function trendOf(before: number | null, recent: number | null): SentimentTrend {
  if (before === null || recent === null) return "steady";
  // Means have 6 decimals; their difference in floating point has a few more.
  const step = Math.round((recent - before) * 1_000_000) / 1_000_000;
  if (Math.abs(step) < trendStep) return "steady";
  return step > 0 ? "rising" : "falling";
}

/** very_negative < -0.6 ≤ negative < -0.2 ≤ neutral ≤ 0.2 < positive ≤ 0.6 < very_positive, by default. */
export function sentimentLevel(score: number, bands: Settings["sentiment"]["bands"]): SentimentLevel {
  if (score < bands.veryNegative) return "very_negative";
  if (score < bands.negative) return "negative";
  if (score <= bands.positive) return "neutral";
  if (score <= bands.veryPositive) return "positive";
  return "very_positive";
}

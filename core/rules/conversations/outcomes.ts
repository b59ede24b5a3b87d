import { type AlertState, alertStates } from "#core/model/alert.ts";
import { type WaitEnd, waitEnds } from "#core/model/conversation.ts";
import { zeros } from "#core/model/vocabulary.ts";

/** How long something took, in seconds: half of them took at most `median`, nine of ten at most `p90`; null: there were none. */
export type Spread = { count: number; median: number | null; p90: number | null };

/** `firstAnswer`: until somebody of ours first answered in a conversation; `waited`: every wait, however it ended. */
export type WaitOutcome = { firstAnswer: Spread; waited: Spread; endedBy: Record<WaitEnd, number> };

/** How many alerts were raised, and in which state they are now. */
export type AlertOutcome = { raised: number; states: Record<AlertState, number> };

type Waits = readonly { endedBy: WaitEnd; isFirst: boolean; seconds: number; count: number }[];

/** What became of waits that are counted by how long they were. */
export function waitOutcome(waits: Waits): WaitOutcome {
  const endedBy = zeros(waitEnds);
  for (const { endedBy: by, count } of waits) endedBy[by] += count;
  const first = waits.filter(({ endedBy: by, isFirst }) => isFirst && (by === "bot" || by === "staff"));
  return { firstAnswer: spreadOf(first), waited: spreadOf(waits), endedBy };
}

export function alertOutcome(alerts: readonly { state: AlertState; count: number }[]): AlertOutcome {
  const states = zeros(alertStates);
  for (const { state, count } of alerts) states[state] += count;
  return { raised: alerts.reduce((sum, { count }) => sum + count, 0), states };
}

/** Nearest rank: a quantile is one of the values. */
export function spreadOf(values: readonly { seconds: number; count: number }[]): Spread {
  const sorted = values.toSorted((a, b) => a.seconds - b.seconds);
  const count = sorted.reduce((sum, each) => sum + each.count, 0);
  return { count, median: quantile(sorted, count * 0.5), p90: quantile(sorted, count * 0.9) };
}

function quantile(sorted: readonly { seconds: number; count: number }[], rank: number): number | null {
  let seen = 0;
  for (const { seconds, count } of sorted) {
    seen += count;
    if (seen >= rank) return seconds;
  }
  return null;
}

import type { AlertEvent, AlertRecord } from "#core/model/alert.ts";

/** The most events that one alert keeps: its first, its last takeover, and the newest. */
const mostEvents = 50;
/** The most evidence that one alert shows: its first, and the newest. */
export const mostEvidence = 20;

/** The alert with one more event in its history. The last takeover stays in it: by that its thread is the conversation's. */
export function withEvent(alert: AlertRecord, event: AlertEvent): AlertRecord {
  const all = [...alert.history, event];
  const kept = bounded(all, mostEvents);
  const takeover = all.findLast(({ what }) => what === "taken_over");
  const isKept = takeover === undefined || kept.includes(takeover);
  const history = isKept ? kept : [...all.slice(0, 1), takeover, ...kept.slice(2)];
  return { ...alert, history, updatedAt: event.at };
}

/** The first and the newest, where there are too many. */
export function bounded<T>(list: readonly T[], most: number): T[] {
  return list.length <= most ? [...list] : [...list.slice(0, 1), ...list.slice(1 - most)];
}

import type { AlertEvent, AlertRecord } from "#core/model/alert.ts";

/** The most events that one alert keeps: its first, and the newest. */
const mostEvents = 50;
/** The most evidence that one alert shows: its first, and the newest. */
export const mostEvidence = 20;

/** The alert with one more event in its history. */
export function withEvent(alert: AlertRecord, event: AlertEvent): AlertRecord {
  return { ...alert, history: bounded([...alert.history, event], mostEvents), updatedAt: event.at };
}

/** The first and the newest, where there are too many. */
export function bounded<T>(list: readonly T[], most: number): T[] {
  return list.length <= most ? [...list] : [...list.slice(0, 1), ...list.slice(1 - most)];
}

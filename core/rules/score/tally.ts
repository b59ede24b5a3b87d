import type { SignalTally } from "#core/model/contact-state.ts";
import type { CommonSignal, Repeat } from "#core/model/signal.ts";
import { utcDay } from "#core/rules/time.ts";
import { lifetimeDays } from "./decay.ts";

export const emptyTally: SignalTally = { total: 0, days: [], window: null };

/**
 * Adds one hit to its signal's tally and says whether it counts. Hits come in (at, id) order: that makes "the earliest"
 * and "the first n in a window" a matter of counting.
 */
export function addHit(tally: SignalTally, signal: CommonSignal, at: number, points: number): { tally: SignalTally; counted: boolean } {
  const window = nextWindow(tally.window, signal.repeat, at);
  if (window.counted === false) return { tally: { ...tally, window: window.next }, counted: false };
  if (signal.decay === "none") return { tally: { total: tally.total + points, days: [], window: window.next }, counted: true };
  return { tally: { total: 0, days: trim(addToDay(tally.days, utcDay(at), points), signal), window: window.next }, counted: true };
}

function nextWindow(current: SignalTally["window"], repeat: Repeat, at: number): { next: SignalTally["window"]; counted: boolean } {
  if (repeat === "every") return { next: null, counted: true };
  const [index, most] = repeat === "once" ? [0, 1] : [Math.floor(utcDay(at) / repeat.perDays), repeat.atMost];
  const used = current !== null && current[0] === index ? current[1] : 0;
  return used < most ? { next: [index, used + 1], counted: true } : { next: [index, used], counted: false };
}

function addToDay(days: SignalTally["days"], day: number, points: number): SignalTally["days"] {
  const last = days.at(-1);
  if (last === undefined || day > last[0]) return [...days, [day, points]];
  return [...days.slice(0, -1), [last[0], last[1] + points]];
}

/** Days that count nothing seen from the day before the newest count nothing for ever: a fact's clock may be minutes ahead of ours. */
function trim(days: SignalTally["days"], signal: CommonSignal): SignalTally["days"] {
  const life = lifetimeDays(signal.decay);
  const newest = days.at(-1)?.[0];
  if (life === null || newest === undefined) return days;
  const first = days.findIndex(([day]) => newest - 1 - day < life);
  return first === 0 ? days : days.slice(first);
}

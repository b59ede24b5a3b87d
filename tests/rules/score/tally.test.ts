import { describe, expect, it } from "vitest";
import type { SignalTally } from "#core/model/contact-state.ts";
import { addHit, emptyTally } from "#core/rules/score/tally.ts";
import type { Signal } from "#core/rules/signals/registry.ts";
import { utcDay } from "#core/rules/time.ts";
import { monday, onDay, signalOn } from "#tests/support/people/said.ts";

const today = utcDay(monday);

/** Which of the hits on these days count, and the tally after them. */
function tallied(changed: Partial<Signal>, days: readonly number[]) {
  const signal = signalOn("opened", changed);
  let tally: SignalTally = emptyTally;
  const counted = days.map((on) => {
    const added = addHit(tally, signal, onDay(on), signal.points);
    tally = added.tally;
    return added.counted;
  });
  return { counted, tally };
}

describe("repeat", () => {
  it("every: all hits count", () => {
    const { counted, tally } = tallied({}, [0, 0, 1]);

    expect(counted).toEqual([true, true, true]);
    expect(tally).toEqual({ total: 30, days: [], window: null });
  });

  it("once: the earliest counts", () => {
    const { counted, tally } = tallied({ repeat: "once" }, [0, 0, 400]);

    expect(counted).toEqual([true, false, false]);
    expect(tally.total).toBe(10);
  });

  it("once: the earliest counts even when it has faded", () => {
    const { counted, tally } = tallied({ repeat: "once", decay: { expiresAfterDays: 1 } }, [0, 5]);

    expect(counted).toEqual([true, false]);
    expect(tally.days).toEqual([[today, 10]]);
  });

  it("at most n: the first n in each fixed window of w days, counted from 1970", () => {
    const intoWindow = today % 7;
    const start = -intoWindow;

    const { counted } = tallied({ repeat: { atMost: 2, perDays: 7 } }, [start, start + 3, start + 6.99, start + 7, start + 7, start + 7, start + 14]);

    expect(counted).toEqual([true, true, false, true, true, false, true]);
  });

  it("at most n: two hits two days apart count both when a window ends between them", () => {
    const intoWindow = today % 7;

    const { counted } = tallied({ repeat: { atMost: 1, perDays: 7 } }, [6 - intoWindow, 7 - intoWindow, 13 - intoWindow]);

    expect(counted).toEqual([true, true, false]);
  });
});

describe("points", () => {
  it("without decay are one sum", () => {
    expect(tallied({ points: -3 }, [0, 9, 99]).tally).toEqual({ total: -9, days: [], window: null });
  });

  it("with decay are a sum for each UTC day", () => {
    const { tally } = tallied({ decay: { halfLifeDays: 30 } }, [0, 0.999, 1, 5]);

    expect(tally.total).toBe(0);
    expect(tally.days).toEqual([
      [today, 20],
      [today + 1, 10],
      [today + 5, 10],
    ]);
  });

  it("are dropped once nothing is left of them, seen from the day before the newest", () => {
    expect(tallied({ decay: { expiresAfterDays: 3 } }, [0, 3]).tally.days).toHaveLength(2);
    expect(tallied({ decay: { expiresAfterDays: 3 } }, [0, 4]).tally.days).toEqual([[today + 4, 10]]);
    expect(tallied({ decay: { halfLifeDays: 1 } }, [0, 11]).tally.days).toHaveLength(2);
    expect(tallied({ decay: { halfLifeDays: 1 } }, [0, 12]).tally.days).toEqual([[today + 12, 10]]);
  });
});

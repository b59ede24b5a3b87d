import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyState } from "#core/model/contact-state.ts";
import type { Settings } from "#core/model/settings.ts";
import { canonical } from "#core/rules/canonical.ts";
import { sameFold } from "#core/rules/fold/basis.ts";
import { type Folded, foldAll } from "#core/rules/fold/fold.ts";
import { monday, settingsWith, signalOn } from "#tests/support/people/said.ts";
import { anySettings, histories } from "#tests/support/records/facts.ts";

/** What matters of a fold: state and hits, in whatever order they stand. */
function told({ state, hits }: Folded): string {
  return canonical({ state, hits: hits.map((hit) => canonical(hit)).sort() });
}

/** The same document with all that the decision alone reads taken from another one. */
function decidedBy(a: Settings, b: Settings): Settings {
  return {
    ...b,
    stages: a.stages,
    sentiment: { ...b.sentiment, halfLifeDays: a.sentiment.halfLifeDays },
    followUps: { ...b.followUps, episodeGapDays: a.followUps.episodeGapDays },
    scoring: {
      ...b.scoring,
      signals: [
        ...a.scoring.signals.map((signal, i) => ({ ...signal, name: `${signal.name}!`, category: "elsewhere", cap: b.scoring.signals[i]?.cap ?? 7 })),
        ...b.scoring.signals.map((signal) => ({ ...signal, id: `${signal.id}_off`, enabled: false })),
      ].toReversed(),
    },
  };
}

/** One or two parts of the first document in the place of the second's. */
const mixed = fc
  .tuple(anySettings, anySettings, fc.subarray(["status", "scoring", "sentiment", "stages", "flags"] as const))
  .map(([a, b, parts]): [Settings, Settings] => [a, { ...a, ...Object.fromEntries(parts.map((part) => [part, b[part]])) }]);

describe("documents that fold alike", () => {
  it("give the same state and the same hits of any facts", () => {
    let alike = 0;
    fc.assert(
      fc.property(mixed, histories(), ([a, b], facts) => {
        if (!sameFold(a, b)) return;
        alike += 1;
        expect(told(foldAll(emptyState(monday), facts, b))).toBe(told(foldAll(emptyState(monday), facts, a)));
      }),
      { numRuns: 600 },
    );
    expect(alike).toBeGreaterThan(50);
  });

  it("are those that differ in what the decision alone reads", () => {
    fc.assert(
      fc.property(anySettings, anySettings, histories(), (a, b, facts) => {
        const manual = a.scoring.signals.filter(({ type, enabled }) => type === "manual" && enabled).length;
        fc.pre(manual <= 1);
        const decided = decidedBy(a, b);

        expect(sameFold(a, decided)).toBe(true);
        expect(told(foldAll(emptyState(monday), facts, decided))).toBe(told(foldAll(emptyState(monday), facts, a)));
      }),
    );
  });

  it.each<[string, Settings]>([
    ["points", settingsWith({ signals: [signalOn("asked", { points: 11 })] })],
    ["repeat", settingsWith({ signals: [signalOn("asked", { repeat: "once" })] })],
    ["decay", settingsWith({ signals: [signalOn("asked", { decay: { expiresAfterDays: 30 } })] })],
    ["version", settingsWith({ signals: [signalOn("asked", { version: 2 })] })],
    ["what it looks for", settingsWith({ signals: [signalOn("asked", { action: "called" } as object)] })],
    ["being enabled", settingsWith({ signals: [signalOn("asked", { enabled: false })] })],
    ["the half-life of tones", settingsWith({ signals: [signalOn("asked")] }, { sentiment: { halfLifeDays: 15 } })],
    ["the wait for follow-up", settingsWith({ signals: [signalOn("asked")] }, { stages: { followUpAfterDays: 3 } })],
    ["the wait for a new cycle", settingsWith({ signals: [signalOn("asked")] }, { stages: { newCycleAfterDays: 3 } })],
    ["the gap between episodes", settingsWith({ signals: [signalOn("asked")] }, { followUps: { episodeGapDays: 9 } })],
  ])("do not differ in %s", (_, other) => {
    expect(sameFold(settingsWith({ signals: [signalOn("asked")] }), other)).toBe(false);
  });

  it("may have a half-life in the place of another decay that forgets as late", () => {
    const fading = settingsWith({ signals: [signalOn("asked", { decay: { halfLifeDays: 14 } })] });
    const expiring = settingsWith({ signals: [signalOn("asked", { decay: { expiresAfterDays: 141 } })] });

    expect(sameFold(fading, expiring)).toBe(true);
  });

  it("do not differ in which of two manual signals comes first, and in the order of signals with patterns", () => {
    const [a, b] = [signalOn("given", { type: "manual" }), signalOn("lent", { type: "manual" })];
    const worded = (id: string) => signalOn(id, { type: "keyword", phrases: [], patterns: [`${id}+`] } as object);

    expect(sameFold(settingsWith({ signals: [a, b] }), settingsWith({ signals: [b, a] }))).toBe(false);
    expect(sameFold(settingsWith({ signals: [a, b] }), settingsWith({ signals: [a] }))).toBe(true);
    expect(sameFold(settingsWith({ signals: [worded("one"), worded("two")] }), settingsWith({ signals: [worded("two"), worded("one")] }))).toBe(
      false,
    );
  });
});

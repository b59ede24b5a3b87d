import fc from "fast-check";
import { expect, it } from "vitest";
import { emptyState } from "#core/model/contact-state.ts";
import { foldAll } from "#core/rules/fold/fold.ts";
import { micro, shareLeft } from "#core/rules/score/decay.ts";
import { gradeOf, readScore } from "#core/rules/score/score.ts";
import { minute, utcDay } from "#core/rules/time.ts";
import { monday } from "#tests/support/people/said.ts";
import { anySettings, histories, instants } from "#tests/support/records/facts.ts";

it("adds up: the hits that count, decayed, and the steps give the raw score to the last millionth", () => {
  fc.assert(
    fc.property(histories(), anySettings, instants, (history, settings, now) => {
      // A fact's clock may be up to five minutes ahead of ours.
      const facts = history.filter(({ at }) => at <= now + 5 * minute);

      const { state, hits } = foldAll(emptyState(monday), facts, settings);
      const score = readScore(state.tallies, settings.scoring, utcDay(now));
      const contributions = hits
        .filter(({ counted }) => counted)
        .map(({ signalId, points, at }) => {
          const decay = settings.scoring.signals.find(({ id }) => id === signalId)?.decay ?? "none";
          return points * shareLeft(decay, utcDay(now) - utcDay(at));
        });
      const steps = score.steps.map(({ value }) => Math.round(value * micro));
      const sum = [...contributions, ...steps].reduce((total, line) => total + line, 0);

      expect(sum).toBe(Math.round(score.raw * micro));
    }),
    { numRuns: 300 },
  );
});

it("goes from raw to rounded half up to clamped to grade", () => {
  fc.assert(
    fc.property(histories(), anySettings, instants, (facts, settings, now) => {
      const { state } = foldAll(emptyState(monday), facts, settings);

      const { raw, rounded, score, grade, categories } = readScore(state.tallies, settings.scoring, utcDay(now));

      expect(categories.reduce((total, { value }) => total + Math.round(value * micro), 0)).toBe(Math.round(raw * micro));
      expect(rounded).toBe(Math.floor(raw + 0.5));
      expect(score).toBe(Math.max(0, Math.min(100, rounded)));
      expect(grade).toBe(gradeOf(score, settings.scoring.grades));
    }),
    { numRuns: 300 },
  );
});

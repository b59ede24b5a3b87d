import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { presets } from "#core/rules/followups/presets.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { rebaseSettings } from "#core/rules/settings/rebase.ts";
import { anySettings } from "#tests/support/records/any-settings.ts";

const base = defaultSettings();

describe("a change made to other settings than it began from", () => {
  it("is made, and what others have changed meanwhile stays", () => {
    const draft = { ...base, status: { ...base.status, inactiveAfterDays: 7 } };
    const current = { ...base, status: { ...base.status, churnedAfterDays: 90 }, timeZone: "Asia/Manila" };

    const rebased = rebaseSettings(base, draft, current);

    expect(rebased.status).toEqual({ ...base.status, inactiveAfterDays: 7, churnedAfterDays: 90 });
    expect(rebased.timeZone).toBe("Asia/Manila");
  });

  it("knows signals by their id: those that have come meanwhile stay in their place", () => {
    const [first, ...rest] = base.scoring.signals;
    if (!first) throw new Error("there are no signals");
    const scored = (signals: typeof base.scoring.signals) => ({ ...base, scoring: { ...base.scoring, signals } });
    const draft = scored([{ ...first, points: 77 }, ...rest]);
    const current = scored([...rest, first, { ...first, id: "came_meanwhile" }]);

    const { signals } = rebaseSettings(base, draft, current).scoring;

    expect(signals.map(({ id }) => id)).toEqual([...rest.map(({ id }) => id), first.id, "came_meanwhile"]);
    expect(signals.find(({ id }) => id === first.id)?.points).toBe(77);
  });

  it("takes away what it took away, and adds what it added", () => {
    const [one, two] = presets;
    if (!one || !two) throw new Error("there are no presets");
    const watching = (...custom: typeof base.followUps.custom) => ({ ...base, followUps: { ...base.followUps, custom } });

    expect(rebaseSettings(watching(one), watching(two), watching(one)).followUps.custom).toEqual([two]);
    expect(rebaseSettings(watching(), watching(two), watching(one)).followUps.custom).toEqual([one, two]);
  });

  it("counts where both have changed the same", () => {
    const grades = (A: number) => ({ ...base, scoring: { ...base.scoring, grades: { ...base.scoring.grades, A } } });

    expect(rebaseSettings(grades(80), grades(90), grades(85)).scoring.grades.A).toBe(90);
  });
});

it("is the draft where nothing has changed since, and nothing where it changed nothing", () => {
  fc.assert(
    fc.property(anySettings, anySettings, (one, two) => {
      expect(rebaseSettings(one, two, one)).toEqual(two);
      expect(rebaseSettings(one, one, two)).toEqual(two);
    }),
    { numRuns: 50 },
  );
});

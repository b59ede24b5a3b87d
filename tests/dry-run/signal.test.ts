import { expect, it } from "vitest";
import { defineSignal, nothing } from "#core/rules/signals/define.ts";
import { growTree } from "../support/structure/grown-tree.ts";

it("costs one file and one line to add a type of signal", { timeout: 180_000 }, async () => {
  const growth = {
    files: { "core/rules/signals/shouting.ts": "tests/dry-run/signal/shouting.ts" },
    lines: { "core/rules/signals/index.ts": 'export { shouting } from "./shouting.ts";' },
  };
  const tree = growTree({ ...growth, files: { ...growth.files, "tests/journey.test.ts": "tests/dry-run/signal/journey.ts" } });

  const [types, journey] = await Promise.all([tree.checkTypes(), tree.run("vitest", "run", "tests/journey.test.ts", "--testTimeout", "60000")]);

  expect(types).toEqual({ code: 0, output: "" });
  expect(journey.code, journey.output).toBe(0);
  expect(journey.output).toContain("3 passed");
  expect([Object.keys(growth.files).length, Object.keys(growth.lines).length]).toEqual([1, 1]);
});

it("does not compile without one of its parts", () => {
  const whole = {
    type: "toy",
    position: 9,
    settings: {},
    input: {},
    view: {},
    points: "of the signal",
    detector: () => nothing,
    findings: {},
    lint: { each: nothing, all: nothing, overlaps: nothing },
    words: nothing,
    lists: [],
  } as const;
  const { detector: _detector, ...undetected } = whole;
  const { lint: _lint, ...unchecked } = whole;
  const { view: _view, ...unseen } = whole;

  expect(defineSignal(whole).type).toBe("toy");
  // @ts-expect-error it has no detector
  expect(() => defineSignal(undetected).detector([])).toThrow();
  // @ts-expect-error it has no checks
  expect(() => defineSignal(unchecked).lintAll([], { ownIntents: [], categories: {} })).toThrow();
  // @ts-expect-error nothing says how it is shown
  expect(defineSignal(unseen).view).toBeUndefined();
});

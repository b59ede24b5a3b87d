import { expect, it } from "vitest";
import { growTree } from "../support/structure/grown-tree.ts";

it("costs one folder and one line to add a card with a button", { timeout: 180_000 }, async () => {
  const parts = ["actions.ts", "card.ts", "index.ts"];
  const growth = {
    files: Object.fromEntries(parts.map((part) => [`bots/staff/thanks/${part}`, `tests/dry-run/card/${part}`])),
    lines: { "bots/staff/nouns.ts": 'export { thanks } from "./thanks/index.ts";' },
  };
  const tree = growTree({ ...growth, files: { ...growth.files, "tests/journey.test.ts": "tests/dry-run/card/journey.ts" } });

  const [types, journey] = await Promise.all([tree.checkTypes(), tree.run("vitest", "run", "tests/journey.test.ts", "--testTimeout", "60000")]);

  expect(types).toEqual({ code: 0, output: "" });
  expect(journey.code, journey.output).toBe(0);
  expect(journey.output).toContain("1 passed");
  const folders = new Set(Object.keys(growth.files).map((path) => path.split("/").slice(0, -1).join("/")));
  expect([folders.size, Object.keys(growth.lines).length]).toEqual([1, 1]);
});

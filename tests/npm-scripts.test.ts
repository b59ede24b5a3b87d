import { expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };

it("run programs in place of the shell, so that a signal to npm reaches them", () => {
  // What follows `||` is for Windows; it alone would get the arguments, so only scripts that take none have it.
  const others = Object.entries(manifest.scripts).filter(([, script]) => /^node |\|\| (?!node (--watch )?api\/start\.js$)/.test(script));

  expect(others).toEqual([]);
});

import { expect, it } from "vitest";
import { growTree } from "../support/structure/grown-tree.ts";

it("costs one folder and one line to add a channel", { timeout: 300_000 }, async () => {
  const parts = ["errors.ts", "index.ts", "parse.ts", "render.ts", "rules.ts", "toy-channel.ts"];
  const growth = {
    files: Object.fromEntries(parts.map((part) => [`bots/channels/toy/${part}`, `tests/dry-run/channel/toy/${part}`])),
    lines: { "bots/channels/roster.ts": 'export { toy } from "./toy/index.ts";' },
  };
  // The suite that all channels share, and the tests of this one, which stand beside its folder as they do here.
  const suite = ["channel-contract.ts", "channel-harness.ts", "receiving-contract.ts", "sending-contract.ts"].map((file) => `tests/bots/${file}`);
  const tests = {
    ...Object.fromEntries(suite.map((file) => [file, file])),
    "bots/channels/toy-platform.ts": "tests/dry-run/channel/toy-platform.ts",
    "bots/channels/contract.test.ts": "tests/dry-run/channel/contract.ts",
    "bots/channels/journey.test.ts": "tests/dry-run/channel/journey.ts",
  };
  const tree = growTree({ ...growth, files: { ...growth.files, ...tests } });

  const [types, contract, journey] = await Promise.all([
    tree.checkTypes(),
    tree.run("vitest", "run", "bots/channels/contract.test.ts"),
    tree.run("vitest", "run", "bots/channels/journey.test.ts"),
  ]);

  expect(types).toEqual({ code: 0, output: "" });
  expect(contract.code, contract.output).toBe(0);
  expect(contract.output).toContain("31 passed");
  expect(journey.code, journey.output).toBe(0);
  expect(journey.output).toContain("2 passed");
  const folders = new Set(Object.keys(growth.files).map((path) => path.split("/").slice(0, -1).join("/")));
  expect([folders.size, Object.keys(growth.lines).length]).toEqual([1, 1]);
});

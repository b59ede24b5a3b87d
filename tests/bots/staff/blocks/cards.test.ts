import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockKitFaults } from "#tests/support/slack/block-kit.ts";
import { anySurface } from "#tests/support/slack/block-kit-surfaces.ts";

const runs = Number(process.env.CARD_RUNS ?? 300);

describe("everything staff see", () => {
  it(`is taken by Slack, and is harmless, whatever is written in it (${runs} cards)`, { timeout: 1_800_000 }, () => {
    fc.assert(
      fc.property(anySurface, (surface) => {
        expect(blockKitFaults(surface)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});

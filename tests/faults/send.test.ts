import { expect, it, onTestFinished } from "vitest";
import { runSends } from "./send.ts";
import { openStage } from "./stage.ts";

it("random kills lose nothing and double nothing, leave unknown at most what was in flight, and SIGTERM leaves nothing", async () => {
  const stage = await openStage({ travelMs: 40, env: { CLAIM_MS: "2000" } });
  onTestFinished(() => stage.close());

  const { killed, terminated, ...audited } = await runSends(stage, { sends: 150, kills: 5, seed: 20, customers: 20 });

  expect(audited).toMatchObject({ replies: 150, duplicates: 0, lost: 0, overtaken: 0, contradictions: [] });
  expect(killed.filter(({ inFlight, unknown }) => unknown > inFlight)).toEqual([]);
  expect(terminated).toEqual({ inFlight: 0, unknown: 0 });
}, 240_000);

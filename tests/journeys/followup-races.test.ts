import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { testDatabase } from "#tests/support/database.ts";
import { FollowUpRace, type RaceStory, raceSteps } from "#tests/support/followups/followup-race.ts";
import type { Release } from "#tests/support/races/scheduled-store.ts";

/** `RACE_RUNS=10000 npx vitest run tests/journeys/followup-races.test.ts` runs as many as follow-ups are held to. */
const runs = Number(process.env.RACE_RUNS ?? 150);
const seed = Number(process.env.RACE_SEED ?? 11);

const release: Release = { inFlight: 0 };

/** The next goes when what was let go has ended, and all that follows from it waits for its own turn. */
async function oneAtATime(letGo: () => Promise<void>): Promise<void> {
  await letGo();
  do await new Promise((resolve) => setImmediate(resolve));
  while (release.inFlight > 0);
}

const story: fc.Arbitrary<RaceStory> = fc.record({
  kind: fc.constantFrom("ghosting" as const, "promise" as const, "reminder" as const),
  auto: fc.boolean(),
  approved: fc.boolean(),
  steps: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...raceSteps) },
      { weight: 1, arbitrary: fc.constant("send" as const) },
      { weight: 1, arbitrary: fc.constant("approve" as const) },
    ),
    {
      minLength: 2,
      maxLength: 7,
    },
  ),
  answers: fc.array(fc.constantFrom("accepted" as const, "rate_limited" as const, "blocked" as const, "unknown" as const), { maxLength: 3 }),
});

it(`sends nothing wrong and nothing twice in ${runs} interleavings of what people do at once`, { timeout: 7_200_000 }, async () => {
  const held = await testDatabase();
  onTestFinished(() => held.close());
  let count = 0;

  const property = fc.asyncProperty(fc.scheduler({ act: oneAtATime }), story, async (scheduler, given) => {
    release.inFlight = 0;
    const race = new FollowUpRace(held.database, `agt_${count++}`, scheduler, release, { ...given, answers: [...given.answers] });
    expect(await race.run()).toEqual([]);
  });

  await fc.assert(property, { numRuns: runs, seed, endOnFailure: process.env.RACE_SHRINK === undefined });
});

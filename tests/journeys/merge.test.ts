import { expect, it } from "vitest";
import { openCore } from "#tests/support/context.ts";
import { PeopleStory } from "#tests/support/people-story.ts";
import { randomFrom } from "#tests/support/random.ts";

/** `MERGE_RUNS=10000 npx vitest run tests/journeys/merge.test.ts` tells as many as the merge is held to. */
const runs = Number(process.env.MERGE_RUNS ?? 100);
/** `MERGE_SEED=17` tells one story alone. */
const only = process.env.MERGE_SEED;
const runsOfOneDatabase = 500;
const steps = 22;

it(`keeps everybody's things with them through ${runs} stories of merges and unmerges`, { timeout: 7_200_000 }, async () => {
  const failures: string[] = [];
  const seeds = only === undefined ? Array.from({ length: runs }, (_, seed) => seed) : [Number(only)];
  for (let first = 0; first < seeds.length; first += runsOfOneDatabase) {
    let now = Date.UTC(2026, 5, 1, 12);
    const core = await openCore(() => now);
    for (const seed of seeds.slice(first, first + runsOfOneDatabase)) {
      now = Date.UTC(2026, 5, 1, 12);
      const failure = await tell(new PeopleStory(core.ctx, `p${seed}`, randomFrom(seed)), seed, () => (now += 1000));
      if (failure !== null) failures.push(failure);
    }
    await core.close();
  }

  expect(failures.slice(0, 3).join("\n\n")).toBe("");
});

async function tell(story: PeopleStory, seed: number, tick: () => void): Promise<string | null> {
  try {
    await story.begin(3 + (seed % 3));
    for (let step = 0; step < steps; step++) {
      tick();
      await story.step();
    }
    for (const id of story.model.ids) await story.look(id);
    return null;
  } catch (error) {
    return `story ${seed}:\n${story.told.join("\n")}\n${error instanceof Error ? error.stack : String(error)}`;
  }
}

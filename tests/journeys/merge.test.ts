import { expect, it } from "vitest";
import { openCore } from "#tests/support/context.ts";
import { PeopleStory } from "#tests/support/people/people-story.ts";
import { randomFrom } from "#tests/support/records/random.ts";
import { staffMembers } from "#tests/support/records/staff-members.ts";

/** `MERGE_RUNS=10000 npx vitest run tests/journeys/merge.test.ts` tells as many as the merge is held to. */
const runs = Number(process.env.MERGE_RUNS ?? 100);
/** `MERGE_SEED=17` tells one story alone. */
const only = process.env.MERGE_SEED;
const runsOfOneDatabase = 500;
/** Told side by side, a step of each at a time: they share commits, and stay out of each other's way. */
const atOnce = 25;
const steps = 20;
const begun = Date.UTC(2026, 5, 1, 12);

it(`keeps everybody's things with them through ${runs} stories of merges and unmerges`, { timeout: 7_200_000 }, async () => {
  const failures: string[] = [];
  const seeds = only === undefined ? Array.from({ length: runs }, (_, seed) => seed) : [Number(only)];
  for (let first = 0; first < seeds.length; first += runsOfOneDatabase) {
    let now = begun;
    const core = await openCore(() => now);
    await staffMembers(core.ctx, "one", "two");
    const some = seeds.slice(first, first + runsOfOneDatabase);
    for (let next = 0; next < some.length; next += atOnce) {
      const stories = some.slice(next, next + atOnce).map((seed) => ({ seed, story: new PeopleStory(core.ctx, `p${seed}`, randomFrom(seed)) }));
      const tell = async (part: (story: PeopleStory, seed: number) => Promise<void>) => {
        now += 1000;
        await Promise.all(stories.map(({ story, seed }) => part(story, seed).catch((error: unknown) => failures.push(failure(story, seed, error)))));
      };
      now = begun;
      for (let who = 0; who < 5; who++) await tell(async (story, seed) => (who < 3 + (seed % 3) ? story.meet(who) : undefined));
      for (let step = 0; step < steps && failures.length === 0; step++) await tell((story) => story.step());
      if (failures.length === 0) await tell((story) => story.end());
    }
    await core.close();
  }

  expect(failures.slice(0, 3).join("\n\n")).toBe("");
});

function failure(story: PeopleStory, seed: number, error: unknown): string {
  return `story ${seed}:\n${story.told.join("\n")}\n${error instanceof Error ? error.stack : String(error)}`;
}

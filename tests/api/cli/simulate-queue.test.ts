import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Activity } from "#api/cli/simulate/engine/activity.ts";
import { VirtualClock } from "#api/cli/simulate/engine/clock.ts";
import { parseCron } from "#api/cli/simulate/engine/cron.ts";
import { VirtualQueue } from "#api/cli/simulate/engine/queue.ts";
import { Ticks } from "#api/cli/simulate/engine/ticks.ts";

const start = Date.UTC(2026, 2, 6, 9);
const job = (id: string, startAfter?: number) => ({ id, type: "note", agentId: "agt_1", payload: {}, startAfter });

/** A queue and what its handler was given: "id at seconds after the beginning". Fails as often as `faults` says. */
async function queueOf(faults = 0) {
  const clock = new VirtualClock(start);
  const queue = new VirtualQueue(clock.now, new Activity());
  const handled: string[] = [];
  const handler = async ({ id }: { id: string }) => {
    handled.push(`${id} at ${(clock.now() - start) / 1000}`);
    if (handled.length <= faults) throw new TypeError("not now");
  };
  await queue.work({ note: { handler, concurrency: 1, retries: 3 } }, []);
  const runUntilIdle = async () => {
    for (let at = queue.nextAt(); at !== null; at = queue.nextAt()) {
      clock.set(at);
      await queue.runDue();
    }
  };
  return { queue, handled, runUntilIdle };
}

describe("the virtual queue", () => {
  it("hands out jobs when their time has come, those of one instant in the order they came in", async () => {
    const { queue, handled, runUntilIdle } = await queueOf();
    await queue.insert([job("late", start + 60_000), job("a"), job("b"), job("sooner", start + 5_000)]);

    await runUntilIdle();

    expect(handled).toEqual(["a at 0", "b at 0", "sooner at 5", "late at 60"]);
  });

  it("takes an id once, also after it was carried out", async () => {
    const { queue, handled, runUntilIdle } = await queueOf();
    await queue.insert([job("a"), job("a")]);
    await runUntilIdle();
    await queue.insert([job("a")]);
    await runUntilIdle();

    expect(handled).toEqual(["a at 0"]);
  });

  it("tries again with longer and longer waits, then keeps the job as failed; it can be put back", async () => {
    const { queue, handled, runUntilIdle } = await queueOf(4);
    await queue.insert([job("a")]);
    await runUntilIdle();

    expect(handled).toEqual(["a at 0", "a at 2", "a at 6", "a at 14"]);
    expect((await queue.failed("agt_1")).data).toMatchObject([{ id: "a", attempts: 4, error: "TypeError" }]);
    expect(await queue.retry("agt_1", "a")).toBe(true);
    await runUntilIdle();
    expect(handled.at(-1)).toBe("a at 14");
    expect((await queue.failed("agt_1")).data).toEqual([]);
  });
});

describe("cron", () => {
  const next = (expression: string, from: string) => new Date(parseCron(expression)(Date.parse(from))).toISOString().slice(0, 16);

  it.each([
    ["* * * * *", "2026-03-06T09:00:00Z", "2026-03-06T09:00"],
    ["* * * * *", "2026-03-06T09:00:01Z", "2026-03-06T09:01"],
    ["*/15 * * * *", "2026-03-06T09:16:00Z", "2026-03-06T09:30"],
    ["30 3 * * *", "2026-03-06T09:00:00Z", "2026-03-07T03:30"],
    ["0 0 1 1 *", "2026-03-06T09:00:00Z", "2027-01-01T00:00"],
    ["0 8-10/2,14 * * 1-5", "2026-03-06T10:30:00Z", "2026-03-06T14:00"],
    ["0 12 * * 7", "2026-03-06T09:00:00Z", "2026-03-08T12:00"],
    ["0 0 13 * 5", "2026-03-07T00:00:00Z", "2026-03-13T00:00"],
    ["0 0 29 2 *", "2026-03-01T00:00:00Z", "2028-02-29T00:00"],
  ])("%s after %s is %s", (expression, from, expected) => {
    expect(next(expression, from)).toBe(expected);
  });

  it("answers each instant alike, whatever it was asked before", () => {
    const cron = parseCron("*/15 9 * * *");
    const instants = fc.array(fc.integer({ min: start, max: start + 2 * 24 * 3_600_000 }), { minLength: 1, maxLength: 20 });

    fc.assert(
      fc.property(instants, (all) => {
        expect(all.map(cron)).toEqual(all.map((from) => parseCron("*/15 9 * * *")(from)));
      }),
      { numRuns: 50 },
    );
  });

  it("refuses what it does not understand", () => {
    expect(() => parseCron("* * * *")).toThrow("five fields");
    expect(() => parseCron("@daily * * * *")).toThrow("@daily");
  });
});

describe("ticks", () => {
  const minute = 60_000;

  it("leave out the minutes in which nothing is due, but not every hour", async () => {
    const ran: number[] = [];
    let now = start;
    const run = async () => void ran.push((now - start) / minute);
    const ticks = new Ticks([{ name: "each", cron: "* * * * *", run }], { ms: minute, atLeastMs: 60 * minute }, start);
    ticks.dueAt = start + 90.5 * minute;

    for (let at = ticks.nextAt(); at !== null && at <= start + 240 * minute; at = ticks.nextAt()) {
      now = at;
      await ticks.run(now);
      if (ticks.dueAt !== null && now >= ticks.dueAt) ticks.dueAt = null;
    }

    expect(ran).toEqual([60, 91, 151, 211]);
  });
});

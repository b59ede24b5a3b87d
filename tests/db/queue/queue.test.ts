import { TestClock } from "pg-boss";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CrmError } from "#core/errors.ts";
import type { Queue } from "#core/ports/queue.ts";
import { openQueue } from "#db/queue/open-queue.ts";
import type { QueueOptions } from "#db/queue/types.ts";
import { embedded, onPostgres } from "./backends.ts";
import { startChild } from "./child-process.ts";
import { type Handed, job, kinds, recorder } from "./jobs.ts";

describe.each([embedded(), onPostgres()])("the queue, $name", { timeout: 120_000 }, (backend) => {
  const open: Queue[] = [];
  beforeAll(() => (backend.isAbsent ? undefined : backend.start()), 120_000);
  afterEach(() => Promise.all(open.splice(0).map((queue) => queue.stop(0))));
  afterAll(() => (backend.isAbsent ? undefined : backend.remove()));

  const test = it.skipIf(backend.isAbsent);
  const start = async (options: Partial<QueueOptions> = {}) => {
    const queue = await openQueue({ ...(await backend.place()), ...options });
    open.push(queue);
    return queue;
  };

  test("hands a job to its handler as it was inserted, and at once", async () => {
    // A clock that stands still: nothing here waits for a poll.
    const queue = await start({ clock: new TestClock() });
    const handed = recorder<Handed>();
    await queue.work(
      kinds(async (job) => handed.add(job)),
      [],
    );

    const sent = job();
    await queue.insert([sent]);

    expect(await handed.reaches(1)).toEqual([{ ...sent, attempt: 1 }]);
  });

  test("takes the same id once: in one list, again, and after it was handled", async () => {
    const queue = await start();
    const handed = recorder<Handed>();
    await queue.work(
      kinds(async (job) => handed.add(job), { concurrency: 1 }),
      [],
    );
    const [first, second] = [job(), job()];

    await queue.insert([first, first]);
    await queue.insert([first]);
    await handed.reaches(1);
    await queue.insert([first, second]);

    expect((await handed.reaches(2)).map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  test("takes thousands of several types at once, and hands out each", async () => {
    const queue = await start();
    const handed = recorder<string>();
    await queue.work(
      kinds(async ({ id }) => handed.add(id), { concurrency: 100 }),
      [],
    );
    const jobs = Array.from({ length: 2_500 }, (_, index) => job({ type: index % 2 ? "alert.send" : "webhook.deliver" }));

    await queue.insert(jobs);

    expect(new Set(await handed.reaches(2_500))).toEqual(new Set(jobs.map(({ id }) => id)));
  });

  test("runs no more of a type at once than it is told", async () => {
    const queue = await start();
    const handed = recorder<Handed>();
    let running = 0;
    let most = 0;
    const handler = async (job: Handed) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      handed.add(job);
    };
    await queue.work(kinds(handler, { concurrency: 3 }), []);

    await queue.insert(Array.from({ length: 20 }, () => job()));
    await handed.reaches(20);

    expect(most).toBe(3);
  });

  test("keeps a job until its time", async () => {
    const clock = new TestClock();
    const queue = await start({ clock });
    const handed = recorder<Handed>();
    await queue.work(
      kinds(async (job) => handed.add(job)),
      [],
    );

    await queue.insert([job({ startAfter: clock.now() + 60_000 })]);
    await clock.tick(59_000);
    const early = handed.calls.length;
    await clock.tick(4_000);
    await handed.reaches(1);

    expect(early).toBe(0);
  });

  test("tries again with growing pauses, then keeps the job as failed, with a code and no text", async () => {
    const clock = new TestClock();
    const queue = await start({ clock });
    const tried = recorder<number>();
    const handler = async () => {
      tried.add(clock.now());
      throw new CrmError("unavailable", "Maria's phone +52 55 1234 5678 does not answer");
    };
    await queue.work(kinds(handler, { retries: 2 }), []);
    const sent = job();

    await queue.insert([sent]);
    const listed = await failedAfter(queue, clock);

    const [first = 0, second = 0, third = 0] = tried.calls;
    expect(tried.calls).toHaveLength(3);
    expect(second - first).toBeGreaterThanOrEqual(2_000);
    expect(third - second).toBeGreaterThanOrEqual(4_000);
    const { id, type, agentId, payload } = sent;
    expect(listed).toEqual([{ id, type, agentId, payload, attempts: 3, error: "unavailable", failedAt: expect.any(Number) }]);
    expect(listed[0]?.failedAt).toBe(clock.now());
  });

  test("lists failed jobs of one agent, newest first, in pages", async () => {
    const clock = new TestClock();
    const queue = await start({ clock });
    const failing = async () => {
      throw new RangeError("no");
    };
    await queue.work(kinds(failing, { retries: 0 }), []);
    const jobs = Array.from({ length: 5 }, () => job());
    const other = job({ agentId: "agt_other" });

    for (const [index, each] of [...jobs, other].entries()) {
      await queue.insert([each]);
      await failedAfter(queue, clock, each.agentId, each === other ? 1 : index + 1);
    }
    const first = await queue.failed("agt_one", { limit: 3, cursor: null });
    const second = await queue.failed("agt_one", { limit: 3, cursor: first.nextCursor });

    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(jobs.map(({ id }) => id).reverse());
    expect(first.data[0]?.error).toBe("RangeError");
    expect(second.nextCursor).toBeNull();
    await expect(queue.failed("agt_one", { limit: 3, cursor: "nonsense" })).rejects.toMatchObject({ code: "invalid" });
  });

  test("puts a failed job of this agent back, once", async () => {
    const clock = new TestClock();
    const queue = await start({ clock });
    const handed = recorder<Handed>();
    const handler = async (job: Handed) => {
      if (handed.calls.length === 0) {
        handed.add(job);
        throw new Error("no");
      }
      handed.add(job);
    };
    await queue.work(kinds(handler, { retries: 0 }), []);
    const sent = job();
    await queue.insert([sent]);
    await failedAfter(queue, clock);

    const answers = [await queue.retry("agt_other", sent.id), await queue.retry("agt_one", "no-such-job"), await queue.retry("agt_one", sent.id)];
    await handed.reaches(2);

    expect(answers).toEqual([false, false, true]);
    expect(await queue.retry("agt_one", sent.id)).toBe(false);
    expect(handed.calls.map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  test("runs a schedule at its minutes, one tick at a time", async () => {
    const clock = new TestClock();
    const queue = await start({ clock });
    const ticks = recorder<number>();
    const gate = Promise.withResolvers<void>();
    const run = async () => {
      ticks.add(clock.now());
      await gate.promise;
    };
    await queue.work({}, [{ name: "sweep", cron: "* * * * *", run }]);

    const before = await minutesUntil(clock, () => ticks.calls.length > 0);
    await minutesUntil(clock, () => false);
    const whileRunning = ticks.calls.length;
    gate.resolve();
    await minutesUntil(clock, () => ticks.calls.length > 1);

    expect(before).toBeLessThanOrEqual(2);
    expect(whileRunning).toBe(1);
    expect(ticks.calls.length).toBeGreaterThan(1);
  });

  test("waits for what is being handled when it stops, and takes nothing afterwards", async () => {
    const queue = await start();
    const handed = recorder<Handed>();
    const gate = Promise.withResolvers<void>();
    let isDone = false;
    const handler = async (job: Handed) => {
      handed.add(job);
      await gate.promise;
      isDone = true;
    };
    await queue.work(kinds(handler), []);
    await queue.insert([job()]);
    await handed.reaches(1);

    const stopped = queue.stop(10_000).then(() => isDone);
    gate.resolve();

    expect(await stopped).toBe(true);
    await expect(queue.insert([job()])).rejects.toMatchObject({ code: "unavailable" });
    await expect(queue.ready()).rejects.toMatchObject({ code: "unavailable" });
  });

  test("runs again elsewhere what was still being handled when the grace was over", async () => {
    const place = await backend.place();
    const queue = await openQueue(place);
    const handed = recorder<Handed>();
    await queue.work(
      kinds((job) => {
        handed.add(job);
        return new Promise(() => {});
      }),
      [],
    );
    await queue.insert([job()]);
    await handed.reaches(1);
    await queue.stop(1);

    const clock = new TestClock(Date.now() + 10_000);
    const next = await openQueue({ ...place, clock });
    open.push(next);
    await next.work(
      kinds(async (job) => handed.add(job)),
      [],
    );

    expect((await handed.reaches(2)).map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  test("runs again what a killed process was handling", async () => {
    const place = await backend.place();
    const { id } = job();
    await (await startChild(place, id)).kill();

    // Past the time after which, on PostgreSQL, a process without a sign of life is given up.
    const clock = new TestClock(Date.now() + 120_000);
    const queue = await openQueue({ ...place, clock });
    open.push(queue);
    const handed = recorder<Handed>();
    await queue.work(
      kinds(async (job) => handed.add(job)),
      [],
    );
    await minutesUntil(clock, () => handed.calls.length > 0);

    expect(await handed.reaches(1)).toMatchObject([{ id, attempt: 2 }]);
  });
});

/** Ticks second by second until that many jobs of the agent have failed. */
async function failedAfter(queue: Queue, clock: TestClock, agentId = "agt_one", count = 1) {
  for (let second = 0; second < 600; second += 1) {
    const { data } = await queue.failed(agentId, { limit: 50, cursor: null });
    if (data.length >= count) return data;
    await clock.tick(1_000);
  }
  throw new Error("nothing has failed");
}

/** Ticks in steps shorter than any poll, at most three minutes; says how many it took. */
async function minutesUntil(clock: TestClock, isOver: () => boolean): Promise<number> {
  const steps = 90;
  for (let step = 0; step < steps; step += 1) {
    if (isOver()) return step / 30;
    await clock.tick(2_000);
  }
  return steps / 30;
}

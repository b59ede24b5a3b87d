import { TestClock } from "pg-boss";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CrmError } from "#core/errors.ts";
import type { Queue } from "#core/ports/queue.ts";
import { openQueue } from "#db/queue/open-queue.ts";
import type { QueueOptions } from "#db/queue/types.ts";
import { eventually } from "#tests/support/eventually.ts";
import { embedded, onPostgres } from "./backends.ts";
import { type Handed, job, kinds, recorder } from "./jobs.ts";

describe.each([embedded(), onPostgres()])("what does not wait for its time, $name", { timeout: 120_000 }, (backend) => {
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

  test("tries a failed job at once when it is told that the cause is over, and leaves jobs of a later time alone", async () => {
    // The clock stands still, so no pause ends by itself.
    const clock = new TestClock();
    const queue = await start({ clock });
    const handed = recorder<Handed>();
    let isDown = true;
    const handler = async (job: Handed) => {
      handed.add(job);
      if (isDown) throw new CrmError("unavailable", "no answer");
    };
    await queue.work(kinds(handler, { retries: 100 }), []);
    const [failing, other, later] = [job(), job({ type: "webhook.deliver" }), job({ startAfter: clock.now() + 60_000 })];
    await queue.insert([failing, other, later]);
    await handed.reaches(2);

    isDown = false;
    await eventually(async () => {
      await queue.retryNow(["alert.send"]);
      return handed.calls.length > 2;
    }, Boolean);

    expect(handed.calls.slice(2)).toEqual([{ ...failing, attempt: 2 }]);
  });

  test("runs a schedule at once when asked to, and never twice at the same time", async () => {
    const queue = await start();
    const ticks = recorder<number>();
    const gate = Promise.withResolvers<void>();
    let running = 0;
    const run = async () => {
      ticks.add(++running);
      await gate.promise;
      running--;
    };
    await queue.work({}, [{ name: "sweep", cron: "0 0 29 2 *", run }]);

    await Promise.all([queue.runNow("sweep"), queue.runNow("sweep")]);
    await ticks.reaches(1);
    await queue.runNow("sweep");
    gate.resolve();
    await eventually(async () => {
      await queue.runNow("sweep");
      return ticks.calls.length > 1;
    }, Boolean);

    expect(ticks.calls.every((count) => count === 1)).toBe(true);
  });
});

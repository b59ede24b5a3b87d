import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Queue } from "#core/ports/queue.ts";
import { openQueue } from "#db/queue/open-queue.ts";
import { onPostgres } from "./backends.ts";
import { type Handed, job, kinds, recorder } from "./jobs.ts";

describe.skipIf(onPostgres().isAbsent)("the queue on PostgreSQL", { timeout: 60_000 }, () => {
  const backend = onPostgres();
  const open: Queue[] = [];
  beforeAll(backend.start, 120_000);
  afterEach(() => Promise.all(open.splice(0).map((queue) => queue.stop(0))));
  afterAll(backend.remove);

  const start = async (place: { url?: string | undefined; dataDir: string }) => {
    const queue = await openQueue(place);
    open.push(queue);
    return queue;
  };

  it("refuses at once while the server is away, and goes on by itself when it is back", async () => {
    const place = await backend.place();
    const queue = await start(place);
    const handed = recorder<Handed>();
    const gate = Promise.withResolvers<void>();
    const handler = async (job: Handed) => {
      handed.add(job);
      await gate.promise;
    };
    await queue.work(kinds(handler), []);
    const [before, after] = [job(), job()];
    await queue.insert([before]);
    await handed.reaches(1);

    await backend.server().stop();
    await expect(queue.insert([after])).rejects.toMatchObject({ code: "unavailable" });
    await expect(queue.ready()).rejects.toMatchObject({ code: "unavailable" });
    // The first job ends while there is nobody to tell.
    gate.resolve();
    await backend.server().start();
    await queue.insert([before, after]);

    await handed.reaches(2);
    await queue.stop(10_000);
    const next = await start(place);
    await next.work(kinds(handler), []);
    const last = job();
    await next.insert([last]);

    expect((await handed.reaches(3)).map(({ id }) => id)).toEqual([before.id, after.id, last.id]);
  });

  it("shares its jobs with other processes and hands each to one of them", async () => {
    const place = await backend.place();
    const [one, other] = [await start(place), await start(place)];
    const handed = recorder<string>();
    for (const queue of [one, other])
      await queue.work(
        kinds(async ({ id }) => handed.add(id)),
        [],
      );
    const jobs = Array.from({ length: 200 }, () => job());

    await Promise.all([one.insert(jobs), other.insert(jobs)]);

    expect((await handed.reaches(200)).toSorted()).toEqual(jobs.map(({ id }) => id).toSorted());
  });

  it("says so when the server cannot be reached at the start", async () => {
    const { url = "", ...place } = await backend.place();
    await backend.server().stop();

    await expect(openQueue({ ...place, url })).rejects.toMatchObject({ code: "unavailable" });
    await backend.server().start();
  });
});

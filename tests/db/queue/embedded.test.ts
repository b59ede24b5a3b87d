import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestClock } from "pg-boss";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Queue } from "#core/ports/queue.ts";
import { openQueue } from "#db/queue/open-queue.ts";
import { has } from "#tests/support/services/needs.ts";
import { embedded } from "./backends.ts";
import { startChild } from "./child-process.ts";
import { type Handed, job, kinds, recorder } from "./jobs.ts";

describe("the embedded queue", { timeout: 120_000 }, () => {
  const backend = embedded();
  const open: Queue[] = [];
  beforeAll(backend.start, 120_000);
  afterEach(() => Promise.all(open.splice(0).map((queue) => queue.stop(0))));
  afterAll(backend.remove);

  const start = async (dataDir: string, clock?: TestClock) => {
    const warnings = recorder<string>();
    const queue = await openQueue({ dataDir, clock, logger: { info() {}, warn: (_, message) => warnings.add(message) } });
    open.push(queue);
    return { queue, warnings };
  };

  it("refuses a second process on its folder, and is free as soon as the first is killed", async () => {
    const { dataDir } = await backend.place();
    const child = await startChild({ dataDir }, job().id);

    await expect(openQueue({ dataDir })).rejects.toThrow(/queue is in use by another process.*QUEUE_URL=postgres/);
    await child.kill();

    const { queue } = await start(dataDir);
    await queue.ready();
  });

  it.skipIf(!has.tmpfs)("is not begun on a disk that is too small for it, takes nothing of it, and says what it needs", async () => {
    const disk = mkdtempSync(join(tmpdir(), "rapport-disk-"));
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=16m", "tmpfs", disk]);
    try {
      await expect(openQueue({ dataDir: disk })).rejects.toMatchObject({
        code: "unavailable",
        message: expect.stringMatching(/needs \d+ MB .*QUEUE_URL/),
      });
      expect(readdirSync(disk).filter((name) => !name.startsWith("queue.lock"))).toEqual([]);
    } finally {
      execFileSync("umount", ["-l", disk]);
      rmSync(disk, { recursive: true, force: true });
    }
  });

  it("refuses a second queue in the same process, and leaves the first alone", async () => {
    const { dataDir } = await backend.place();
    const { queue } = await start(dataDir);

    await expect(openQueue({ dataDir })).rejects.toThrow("in use by another process");

    await queue.insert([job()]);
    await queue.ready();
  });

  it("goes on with a new database when its folder is deleted under it", async () => {
    const { dataDir } = await backend.place();
    const { queue, warnings } = await start(dataDir);
    const handed = recorder<Handed>();
    await queue.work(
      kinds(async (job) => handed.add(job)),
      [],
    );
    const [before, lost, after] = [job(), job(), job()];
    await queue.insert([before]);
    await handed.reaches(1);

    rmSync(join(dataDir, "queue"), { recursive: true });
    await expect(queue.insert([lost])).rejects.toMatchObject({ code: "unavailable" });
    // What the relay does with effects that were not taken.
    await queue.insert([lost, after]);

    const ids = new Set((await handed.reaches(3)).map(({ id }) => id));
    expect(ids).toEqual(new Set([before.id, lost.id, after.id]));
    expect(warnings.calls[0]).toContain("lost");
    expect(existsSync(join(dataDir, "queue", "PG_VERSION"))).toBe(true);
  });

  it("sets a damaged folder aside and begins anew, with a warning", async () => {
    const { dataDir } = await backend.place();
    writeFileSync(join(dataDir, "queue", "global", "pg_control"), "not what it was");

    const { queue, warnings } = await start(dataDir);
    await queue.insert([job()]);

    expect(warnings.calls.join()).toContain("a new one is created");
    expect(readdirSync(dataDir)).toContain("queue.broken");
  });

  it("fails a job at last that was being handled each time the process was killed", async () => {
    const { dataDir } = await backend.place();
    const { id } = job();
    // The child allows two retries.
    for (const _ of [1, 2, 3]) await (await startChild({ dataDir }, id)).kill();

    const { queue } = await start(dataDir);

    const { data } = await queue.failed("agt_one", { limit: 10, cursor: null });
    expect(data).toMatchObject([{ id, attempts: 3, error: "process_ended" }]);
  });
});

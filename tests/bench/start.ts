import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BenchRow, ms } from "./support/row.ts";
import { jobsRun, startServer } from "./support/server.ts";

/** From the command to the first answer, and until jobs run; and what the whole process holds when nobody asks anything. */
export async function benchStart(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "rapport-bench-"));
  const rows: BenchRow[] = [];
  for (const [what, goal] of [
    ["first start", 8_000],
    ["later start", 3_000],
  ] as const) {
    const started = performance.now();
    const server = await startServer(dataDir);
    await jobsRun(server);
    const workingMs = performance.now() - started;
    rows.push({ what, measured: ms(server.startedInMs), limit: "", ratio: null, goal: "", met: null });
    rows.push({
      what: `${what}, until jobs run`,
      measured: ms(workingMs),
      limit: "",
      ratio: null,
      goal: `≤ ${goal / 1000} s`,
      met: workingMs <= goal,
    });
    if (what === "later start") {
      const { rss } = server.memory();
      rows.push({ what: "idle memory", measured: `${rss.toFixed(0)} MB resident`, limit: "", ratio: null, goal: "", met: null });
    }
    await server.stop();
  }
  rmSync(dataDir, { recursive: true });
  return rows;
}

import { type BenchRow, ms, perSecond } from "./row.ts";
import type { Server } from "./server.ts";
import { watch } from "./watch.ts";

/** What long work cost the server: contacts a second of wall clock and of a core, and what others felt of it. */
export type Cost = { perSecond: number; perCpuSecond: number; waitedMs: number; heldMs: number; grownMb: number };

/** Measures work on so many contacts while somebody else asks for /health. */
export async function costOf<T>(server: Server, count: number, work: () => Promise<T>): Promise<{ result: T; cost: Cost }> {
  // The list of failed jobs waits for the queue to be open: that is not the work's.
  await (await fetch(`${server.url}/v1/jobs/failed`, { headers: { authorization: `Bearer ${server.key}` } })).text();
  const before = server.memory().anonymous;
  await server.heldMs();
  const probe = watch(server);
  const [started, cpu] = [performance.now(), server.cpuMs()];
  const result = await work();
  const [took, used] = [performance.now() - started, server.cpuMs() - cpu];
  const heldMs = await server.heldMs();
  const { longestMs: waitedMs, peak } = await probe.stop();
  const each = (time: number) => (count / Math.max(1, time)) * 1000;
  return { result, cost: { perSecond: each(took), perCpuSecond: each(used), waitedMs, heldMs, grownMb: Math.max(0, peak - before) } };
}

type Goals = { perCpuSecond: number; heldMs: number; grownMb: number };

/** The database's own caches, 80 MB when full, are part of what memory grows by. */
export function costRows(what: string, cost: Cost, limit: { perSecond: number; of: string }, goals: Goals): BenchRow[] {
  const plain = { limit: "", ratio: null };
  return [
    {
      what: `${what}, a second of a core`,
      measured: perSecond(cost.perCpuSecond),
      limit: `${perSecond(limit.perSecond)} ${limit.of}`,
      ratio: cost.perCpuSecond / limit.perSecond,
      goal: `≥ ${perSecond(goals.perCpuSecond)}`,
      met: cost.perCpuSecond >= goals.perCpuSecond,
    },
    { what: `${what}, a second by the clock`, measured: perSecond(cost.perSecond), ...plain, goal: "", met: null },
    {
      what: `${what}, longest hold of the loop`,
      measured: ms(cost.heldMs),
      ...plain,
      goal: `≤ ${goals.heldMs} ms`,
      met: cost.heldMs <= goals.heldMs,
    },
    { what: `${what}, longest wait of a request`, measured: ms(cost.waitedMs), ...plain, goal: "", met: null },
    {
      what: `${what}, growth of memory`,
      measured: `${cost.grownMb.toFixed(0)} MB`,
      ...plain,
      goal: `≤ ${goals.grownMb} MB`,
      met: cost.grownMb <= goals.grownMb,
    },
  ];
}

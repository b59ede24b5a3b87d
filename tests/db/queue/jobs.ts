import { v7 } from "uuid";
import type { JobHandler, JobKind, QueueJob } from "#core/ports/queue.ts";

/** A job as a handler gets it. */
export type Handed = Parameters<JobHandler>[0];

export function job(over: Partial<QueueJob> = {}): QueueJob {
  return { id: v7(), type: "alert.send", agentId: "agt_one", payload: { alertId: "alt_1" }, ...over };
}

/** Every type of these tests in one record, handled the same way. */
export function kinds(handler: JobHandler, over: Partial<JobKind> = {}): Record<string, JobKind> {
  const kind = { handler, concurrency: 5, retries: 2, ...over };
  return { "alert.send": kind, "webhook.deliver": kind };
}

/** Keeps what it is called with; `reaches` resolves when that many calls have been made. */
export function recorder<T>() {
  const calls: T[] = [];
  const waiting: { count: number; resolve(calls: T[]): void }[] = [];
  return {
    calls,
    add: (call: T) => {
      calls.push(call);
      for (const { count, resolve } of waiting) if (calls.length >= count) resolve(calls);
    },
    reaches: (count: number): Promise<T[]> => {
      const { promise, resolve } = Promise.withResolvers<T[]>();
      if (calls.length >= count) resolve(calls);
      waiting.push({ count, resolve });
      return promise;
    },
  };
}

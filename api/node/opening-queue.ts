import { CrmError, fail } from "#core/errors.ts";
import type { Queue } from "#core/ports/queue.ts";
import type { PreparedQueue } from "#db/queue/open-queue.ts";

/** What a request asks of the queue is answered within this time, or it is unavailable. */
const answerWithinMs = 1_500;

/**
 * A queue that is still being opened, which takes seconds the first time. Background work waits for it. What a request asks of
 * it is refused as unavailable until it is open, and when it takes too long. `stop` ends the opening, too, by aborting `ended`.
 */
export function openingQueue({ open, release }: PreparedQueue, ended: AbortController): Queue & { start(): void } {
  const opening = Promise.withResolvers<Queue>();
  // A failure reaches whoever waits for the queue; there may be nobody yet.
  opening.promise.catch(() => {});
  let state: { queue: Queue } | { error: unknown } | "starting" = "starting";

  let began: Promise<void> | undefined;
  const begin = async () => {
    try {
      const queue = await open();
      if (ended.signal.aborted) return await queue.stop(0);
      state = { queue };
      opening.resolve(queue);
    } catch (error) {
      state = { error };
      opening.reject(error);
    }
  };

  const asked = <T>(ask: (queue: Queue) => Promise<T>): Promise<T> => {
    if (state === "starting") return fail("unavailable", "the queue is still being opened: ask again in a few seconds", { state });
    if ("queue" in state) return inTime(ask(state.queue));
    return fail("unavailable", state.error instanceof CrmError ? state.error.message : "the queue cannot be opened");
  };

  return {
    start: () => {
      began ??= begin();
    },
    insert: async (jobs) => (await opening.promise).insert(jobs),
    work: async (kinds, schedules) => (await opening.promise).work(kinds, schedules),
    failed: async (agentId, page) => asked((queue) => queue.failed(agentId, page)),
    retry: async (agentId, id) => asked((queue) => queue.retry(agentId, id)),
    retryNow: async (types) => (await opening.promise).retryNow(types),
    runNow: async (schedule) => (await opening.promise).runNow(schedule),
    waiting: async () => asked((queue) => queue.waiting()),
    ready: async () => asked((queue) => queue.ready()),
    stop: async (graceMs) => {
      ended.abort();
      if (state !== "starting") return "queue" in state ? state.queue.stop(graceMs) : undefined;
      opening.reject(new CrmError("unavailable", "the queue is stopped"));
      await inTime(began ?? release()).catch(() => {});
    },
  };
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const error = new CrmError("unavailable", "the queue does not answer at the moment; it is tried again");
  const timer = setTimeout(() => late.reject(error), answerWithinMs);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

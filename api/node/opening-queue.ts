import { setTimeout as sleep } from "node:timers/promises";
import { CrmError, fail } from "#core/errors.ts";
import type { Queue } from "#core/ports/queue.ts";
import type { PreparedQueue } from "#db/queue/open-queue.ts";
import type { Logger } from "../logger.ts";

/** What a request asks of the queue is answered within this time, or it is unavailable. */
const answerWithinMs = 1_500;
/** Pauses between attempts to open it: a full disk or a missing folder may be mended meanwhile. */
const retryMs = { first: 1_000, most: 30_000 };

/**
 * A queue that is still being opened, which takes seconds the first time, and which is tried again when it fails: messages,
 * opt-outs and deletions go on without it. Background work waits for it. What a request asks of it is refused as unavailable
 * until it is open, with the cause, and when it takes too long. `stop` ends the opening, too, by aborting `ended`.
 */
export function openingQueue({ open, release }: PreparedQueue, ended: AbortController, log: Pick<Logger, "error">): Queue & { start(): void } {
  const opening = Promise.withResolvers<Queue>();
  // A failure reaches whoever waits for the queue; there may be nobody yet.
  opening.promise.catch(() => {});
  let state: { queue: Queue } | { error: unknown } | "starting" = "starting";

  let began: Promise<void> | undefined;
  const attempt = async (): Promise<boolean> => {
    try {
      const queue = await open();
      if (ended.signal.aborted) await queue.stop(0);
      else {
        state = { queue };
        opening.resolve(queue);
      }
      return true;
    } catch (error) {
      // Whoever stops it interrupts the opening: that is no failure, and nobody needs to mend anything.
      if (ended.signal.aborted) return true;
      state = { error };
      log.error({ error: reasonOf(error) }, "the queue cannot be opened: jobs wait, and it is tried again");
      return false;
    }
  };
  const begin = async () => {
    for (let pause = retryMs.first; !ended.signal.aborted && !(await attempt()); pause = Math.min(pause * 2, retryMs.most)) {
      await sleep(pause, undefined, { signal: ended.signal }).catch(() => {});
    }
  };

  const asked = <T>(ask: (queue: Queue) => Promise<T>): Promise<T> => {
    if (state === "starting") return fail("unavailable", "the queue is still being opened: ask again in a few seconds", { state });
    if ("queue" in state) return inTime(ask(state.queue));
    return fail("unavailable", `the queue cannot be opened: ${reasonOf(state.error)}`);
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
      if (state !== "starting" && "queue" in state) return state.queue.stop(graceMs);
      opening.reject(new CrmError("unavailable", "the queue is stopped"));
      await inTime(began ?? Promise.resolve()).catch(() => {});
      await release().catch(() => {});
    },
  };
}

/** In words where the error is meant for people, else the code or name of the fault: other messages may hold anything. */
function reasonOf(error: unknown): string {
  if (error instanceof CrmError) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  return code ?? (error instanceof Error ? error.name : "unknown");
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

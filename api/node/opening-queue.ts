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
export function openingQueue(prepared: PreparedQueue, ended: AbortController, log: OpeningLog): Queue & { start(): void } {
  const opening = new Opening(prepared, ended, log);
  return {
    start: () => opening.start(),
    insert: async (jobs) => (await opening.queue).insert(jobs),
    work: async (kinds, schedules) => (await opening.queue).work(kinds, schedules),
    failed: async (agentId, page) => opening.ask((queue) => queue.failed(agentId, page)),
    retry: async (agentId, id) => opening.ask((queue) => queue.retry(agentId, id)),
    retryNow: async (types) => (await opening.queue).retryNow(types),
    runNow: async (schedule) => (await opening.queue).runNow(schedule),
    waiting: async () => opening.ask((queue) => queue.waiting()),
    ready: async () => opening.ask((queue) => queue.ready()),
    stop: (graceMs) => opening.stop(graceMs),
  };
}

type OpeningLog = Pick<Logger, "error">;

/** The attempts to open a queue, and what has come of them so far. */
class Opening {
  readonly #prepared: PreparedQueue;
  readonly #ended: AbortController;
  readonly #log: OpeningLog;
  readonly #opened = Promise.withResolvers<Queue>();
  #state: { queue: Queue } | { error: unknown } | "starting" = "starting";
  #began: Promise<void> | undefined;

  constructor(prepared: PreparedQueue, ended: AbortController, log: OpeningLog) {
    this.#prepared = prepared;
    this.#ended = ended;
    this.#log = log;
    // A failure reaches whoever waits for the queue; there may be nobody yet.
    this.#opened.promise.catch(() => {});
  }

  /** Resolves when it is open; rejects when it is stopped before. */
  get queue(): Promise<Queue> {
    return this.#opened.promise;
  }

  start(): void {
    this.#began ??= this.#attemptUntilOpen();
  }

  ask<T>(ask: (queue: Queue) => Promise<T>): Promise<T> {
    const state = this.#state;
    if (state === "starting") return fail("unavailable", "the queue is still being opened: ask again in a few seconds", { state });
    if ("queue" in state) return inTime(ask(state.queue));
    return fail("unavailable", `the queue cannot be opened: ${reasonOf(state.error)}`);
  }

  async stop(graceMs: number): Promise<void> {
    this.#ended.abort();
    if (this.#state !== "starting" && "queue" in this.#state) return this.#state.queue.stop(graceMs);
    this.#opened.reject(new CrmError("unavailable", "the queue is stopped"));
    await inTime(this.#began ?? Promise.resolve()).catch(() => {});
    await this.#prepared.release().catch(() => {});
  }

  async #attemptUntilOpen(): Promise<void> {
    const { signal } = this.#ended;
    for (let pause = retryMs.first; !signal.aborted && !(await this.#attempt()); pause = Math.min(pause * 2, retryMs.most)) {
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }

  /** True when it need not be tried again. */
  async #attempt(): Promise<boolean> {
    const { signal } = this.#ended;
    try {
      const queue = await this.#prepared.open();
      if (signal.aborted) await queue.stop(0);
      else {
        this.#state = { queue };
        this.#opened.resolve(queue);
      }
      return true;
    } catch (error) {
      // Whoever stops it interrupts the opening: that is no failure, and nobody needs to mend anything.
      if (signal.aborted) return true;
      this.#state = { error };
      this.#log.error({ error: reasonOf(error) }, "the queue cannot be opened: jobs wait, and it is tried again");
      return false;
    }
  }
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

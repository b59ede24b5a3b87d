import { Worker } from "node:worker_threads";
import type { IDatabase } from "./pg-boss.ts";
import type { QueueRow } from "./types.ts";

type WorkerRequest = { do: "run"; text: string; values?: unknown[] | undefined } | { do: "listen"; channel: string } | { do: "close" };
export type ToWorker = WorkerRequest & { id: number };
type WorkerAnswer =
  | { id: number; rows: QueueRow[] }
  | { id: number; error: { message: string; code: unknown; detail: unknown; constraint: unknown } };
export type FromWorker = { ready: true } | WorkerAnswer | { channel: string; payload: string };

export type PgliteThread = { db: IDatabase; close(): Promise<void> };

/**
 * Opens PGlite in a worker thread, because on the main thread it would block every request. `onEnd` is called when the
 * thread ends without `close`. `signal` ends the opening, as a crash would.
 */
export async function openPglite(folder: string, onEnd: (error: Error) => void, signal?: AbortSignal): Promise<PgliteThread> {
  signal?.throwIfAborted();
  const requests = new WorkerRequests(folder, onEnd);
  const abort = () => requests.abandon(new Error("the opening of the embedded queue was ended"));
  signal?.addEventListener("abort", abort, { once: true });
  try {
    await requests.ready;
  } catch (error) {
    await requests.close();
    throw error;
  } finally {
    signal?.removeEventListener("abort", abort);
  }
  return { db: database((request) => requests.send(request), requests.listeners), close: () => requests.close() };
}

/** Requests to the worker and its answers, matched by number. */
class WorkerRequests {
  /** Called with what the database notifies of, by channel. */
  readonly listeners = new Map<string, (payload: string) => void>();
  private readonly worker: Worker;
  private readonly onEnd: (error: Error) => void;
  private readonly pending = new Map<number, PromiseWithResolvers<QueueRow[]>>();
  private readonly opening = Promise.withResolvers<void>();
  private ended: Error | undefined;
  private isClosing = false;
  private lastId = 0;

  constructor(folder: string, onEnd: (error: Error) => void) {
    this.onEnd = onEnd;
    this.worker = new Worker(new URL("./pglite-worker.ts", import.meta.url), { workerData: { folder } });
    this.worker.on("message", (message: FromWorker) => this.receive(message));
    this.worker.on("error", (error) => this.end(error instanceof Error ? error : new Error("the embedded queue ended")));
    this.worker.on("exit", () => this.end(new Error("the embedded queue ended")));
  }

  /** Resolves when the database is open. */
  get ready(): Promise<void> {
    return this.opening.promise;
  }

  send(request: WorkerRequest): Promise<QueueRow[]> {
    if (this.ended) return Promise.reject(this.ended);
    const answer = Promise.withResolvers<QueueRow[]>();
    this.lastId += 1;
    this.pending.set(this.lastId, answer);
    this.worker.postMessage({ ...request, id: this.lastId });
    return answer.promise;
  }

  /** Rejects all requests, also those to come; `onEnd` is not called. */
  abandon(error: Error): void {
    this.isClosing = true;
    this.end(error);
  }

  async close(): Promise<void> {
    this.isClosing = true;
    if (!this.ended) await this.send({ do: "close" }).catch(() => {});
    await this.worker.terminate();
  }

  private receive(message: FromWorker): void {
    if ("ready" in message) this.opening.resolve();
    else if ("channel" in message) this.listeners.get(message.channel)?.(message.payload);
    else this.settle(message);
  }

  private settle(answer: WorkerAnswer): void {
    const { resolve, reject } = this.pending.get(answer.id) ?? {};
    this.pending.delete(answer.id);
    if ("rows" in answer) resolve?.(answer.rows);
    else reject?.(Object.assign(new Error(answer.error.message), answer.error));
  }

  private end(error: Error): void {
    if (this.ended) return;
    this.ended = error;
    this.opening.reject(error);
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
    if (!this.isClosing) this.onEnd(error);
  }
}

function database(send: (request: WorkerRequest) => Promise<QueueRow[]>, listeners: Map<string, (payload: string) => void>): IDatabase {
  return {
    executeSql: async (text, values) => ({ rows: await send({ do: "run", text, values }) }),
    listen: async (channel, onNotification, onReconnect) => {
      listeners.set(channel, onNotification);
      await send({ do: "listen", channel });
      onReconnect();
      return { close: async () => void listeners.delete(channel) };
    },
    setSessionStatements: async (statements) => {
      for (const text of statements) await send({ do: "run", text });
    },
  };
}

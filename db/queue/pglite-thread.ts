import { Worker } from "node:worker_threads";
import type { IDatabase } from "./pg-boss.ts";
import type { QueueRow } from "./types.ts";

type WorkerRequest = { do: "run"; text: string; values?: unknown[] | undefined } | { do: "listen"; channel: string } | { do: "close" };
export type ToWorker = WorkerRequest & { id: number };
export type FromWorker =
  | { ready: true }
  | { id: number; rows: unknown[] }
  | { id: number; error: { message: string; code: unknown; detail: unknown; constraint: unknown } }
  | { channel: string; payload: string };

export type PgliteThread = { db: IDatabase; close(): Promise<void> };

/**
 * Opens PGlite in a worker thread, because on the main thread it would block every request. `onEnd` is called when the
 * thread ends without `close`. `signal` ends the opening, as a crash would.
 */
export async function openPglite(folder: string, onEnd: (error: Error) => void, signal?: AbortSignal): Promise<PgliteThread> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL("./pglite-worker.ts", import.meta.url), { workerData: { folder } });
  const pending = new Map<number, PromiseWithResolvers<QueueRow[]>>();
  const listeners = new Map<string, (payload: string) => void>();
  const ready = Promise.withResolvers<void>();
  let ended: Error | undefined;
  let isClosing = false;
  let lastId = 0;

  function send(request: WorkerRequest): Promise<QueueRow[]> {
    if (ended) return Promise.reject(ended);
    const answer = Promise.withResolvers<QueueRow[]>();
    lastId += 1;
    pending.set(lastId, answer);
    worker.postMessage({ ...request, id: lastId });
    return answer.promise;
  }

  function end(error: Error): void {
    if (ended) return;
    ended = error;
    ready.reject(error);
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
    if (!isClosing) onEnd(error);
  }

  worker.on("message", (message: FromWorker) => {
    if ("ready" in message) ready.resolve();
    else if ("channel" in message) listeners.get(message.channel)?.(message.payload);
    else {
      const { resolve, reject } = pending.get(message.id) ?? {};
      pending.delete(message.id);
      if ("rows" in message) resolve?.(message.rows as QueueRow[]);
      else reject?.(Object.assign(new Error(message.error.message), message.error));
    }
  });
  worker.on("error", (error) => end(error instanceof Error ? error : new Error("the embedded queue ended")));
  worker.on("exit", () => end(new Error("the embedded queue ended")));

  const close = async () => {
    isClosing = true;
    if (!ended) await send({ do: "close" }).catch(() => {});
    await worker.terminate();
  };
  const abort = () => {
    isClosing = true;
    end(new Error("the opening of the embedded queue was ended"));
  };
  signal?.addEventListener("abort", abort, { once: true });
  try {
    await ready.promise;
  } catch (error) {
    await close();
    throw error;
  } finally {
    signal?.removeEventListener("abort", abort);
  }
  return { db: database(send, listeners), close };
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

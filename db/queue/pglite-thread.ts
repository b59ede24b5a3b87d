import { Worker } from "node:worker_threads";
import type { IDatabase } from "./pg-boss.ts";
import type { Row } from "./types.ts";

type Request = { do: "run"; text: string; values?: unknown[] | undefined } | { do: "listen"; channel: string } | { do: "close" };
export type ToWorker = Request & { id: number };
export type FromWorker =
  | { ready: true }
  | { id: number; rows: unknown[] }
  | { id: number; error: { message: string; code: unknown; detail: unknown; constraint: unknown } }
  | { channel: string; payload: string };

export type PgliteThread = { db: IDatabase; close(): Promise<void> };

/** PostgreSQL in a thread of its own: on the main thread it would hold up every request. `onEnd` is called when it dies by itself. */
export async function openPglite(folder: string, onEnd: (error: Error) => void): Promise<PgliteThread> {
  const worker = new Worker(new URL("./pglite-worker.ts", import.meta.url), { workerData: { folder } });
  const waiting = new Map<number, PromiseWithResolvers<Row[]>>();
  const listeners = new Map<string, (payload: string) => void>();
  const ready = Promise.withResolvers<void>();
  let ended: Error | undefined;
  let isClosing = false;
  let lastId = 0;

  function ask(request: Request): Promise<Row[]> {
    if (ended) return Promise.reject(ended);
    const answer = Promise.withResolvers<Row[]>();
    lastId += 1;
    waiting.set(lastId, answer);
    worker.postMessage({ ...request, id: lastId });
    return answer.promise;
  }

  function end(error: Error): void {
    if (ended) return;
    ended = error;
    ready.reject(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    if (!isClosing) onEnd(error);
  }

  worker.on("message", (message: FromWorker) => {
    if ("ready" in message) ready.resolve();
    else if ("channel" in message) listeners.get(message.channel)?.(message.payload);
    else {
      const { resolve, reject } = waiting.get(message.id) ?? {};
      waiting.delete(message.id);
      if ("rows" in message) resolve?.(message.rows as Row[]);
      else reject?.(Object.assign(new Error(message.error.message), message.error));
    }
  });
  worker.on("error", (error) => end(error instanceof Error ? error : new Error("the embedded queue ended")));
  worker.on("exit", () => end(new Error("the embedded queue ended")));

  const close = async () => {
    isClosing = true;
    if (!ended) await ask({ do: "close" }).catch(() => {});
    await worker.terminate();
  };
  try {
    await ready.promise;
  } catch (error) {
    await close();
    throw error;
  }
  return { db: database(ask, listeners), close };
}

function database(ask: (request: Request) => Promise<Row[]>, listeners: Map<string, (payload: string) => void>): IDatabase {
  return {
    executeSql: async (text, values) => ({ rows: await ask({ do: "run", text, values }) }),
    listen: async (channel, onNotification, onReconnect) => {
      listeners.set(channel, onNotification);
      await ask({ do: "listen", channel });
      onReconnect();
      return { close: async () => void listeners.delete(channel) };
    },
    setSessionStatements: async (statements) => {
      for (const text of statements) await ask({ do: "run", text });
    },
  };
}

import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import type { FromWorker, ToWorker } from "./pglite-thread.ts";
import type { QueueRow } from "./types.ts";

// A quarter of the memory and of the start of PGlite's own settings; the checkpoints keep the log small.
const settings = ["shared_buffers=8MB", "max_connections=5", "jit=off", "max_wal_size=64MB", "min_wal_size=32MB"];

const port = parentPort;
if (!port) throw new Error("runs as a worker thread");
const answer = (message: FromWorker) => port.postMessage(message);

// pglite-thread.ts starts this worker, and with this.
const { folder } = workerData as { folder: string };
const database = await PGlite.create(folder, {
  startParams: [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ["-c", setting])],
});

async function run(text: string, values: unknown[] | undefined): Promise<QueueRow[]> {
  if (values?.length) return (await database.query<QueueRow>(text, values)).rows;
  const results = await database.exec(text);
  return results.flatMap(({ rows }) => rows);
}

async function handle(message: ToWorker): Promise<QueueRow[]> {
  if (message.do === "close") await database.close();
  if (message.do === "listen") await database.listen(message.channel, (payload) => answer({ channel: message.channel, payload }));
  if (message.do !== "run") return [];
  try {
    return await run(message.text, message.values);
  } catch (error) {
    // All statements share one connection: a failed transaction must not make the next statement fail.
    await database.exec("ROLLBACK").catch(() => {});
    throw error;
  }
}

port.on("message", (message: ToWorker) => {
  handle(message).then(
    (rows) => answer({ id: message.id, rows }),
    (error) => {
      // Whatever was thrown is an object; fields that it lacks are undefined.
      const { message: text, code, detail, constraint } = error as Record<string, unknown>;
      answer({ id: message.id, error: { message: String(text), code, detail, constraint } });
    },
  );
});
answer({ ready: true });

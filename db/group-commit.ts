import type { Row } from "./connection.ts";
import type { Handle } from "./handle.ts";
import { type Statement, statement } from "./sql.ts";

type QueuedBatch = { statements: readonly Statement[]; resolve(rows: Row[][]): void; reject(error: unknown): void };

const begin = statement("BEGIN IMMEDIATE");
const commit = statement("COMMIT");
const rollback = statement("ROLLBACK");

/**
 * Batches that queue up while one is being written share the next transaction and its one wait for the disk.
 * When a group fails, each of its batches runs alone, so that only the guilty one fails.
 */
export function groupCommit(writer: Handle) {
  let queue: QueuedBatch[] = [];
  let idle: (() => void)[] = [];

  function transact(batches: readonly QueuedBatch[]): Row[][][] {
    writer.run(begin);
    try {
      const results = batches.map(({ statements }) => statements.map(writer.run));
      writer.run(commit);
      return results;
    } catch (error) {
      if (writer.inTransaction) writer.run(rollback);
      throw error;
    }
  }

  function attempt(batches: readonly QueuedBatch[]): { error: unknown } | null {
    try {
      const results = transact(batches);
      batches.forEach(({ resolve }, at) => {
        resolve(results[at] ?? []);
      });
      return null;
    } catch (error) {
      return { error };
    }
  }

  function alone(batch: QueuedBatch): void {
    const failure = attempt([batch]);
    if (failure) batch.reject(failure.error);
  }

  function flush(): void {
    const batches = queue;
    queue = [];
    if (batches.length === 1 || attempt(batches)) for (const batch of batches) alone(batch);
    for (const done of idle) done();
    idle = [];
  }

  return {
    write: (statements: readonly Statement[]) =>
      new Promise<Row[][]>((resolve, reject) => {
        if (queue.length === 0) setImmediate(flush);
        queue.push({ statements, resolve, reject });
      }),
    /** When nothing is queued any more. */
    idle: () => (queue.length === 0 ? Promise.resolve() : new Promise<void>((resolve) => void idle.push(resolve))),
  };
}

import type { Row } from "./connection.ts";
import type { Handle } from "./handle.ts";
import { isFull, outage } from "./outage.ts";
import type { Reserve } from "./reserve.ts";
import { type Statement, statement } from "./sql.ts";

type QueuedBatch = { statements: readonly Statement[]; isUrgent: boolean; resolve(rows: Row[][]): void; reject(error: unknown): void };

/** What is said while only what is urgent is taken. */
export const diskFull = () => outage("the disk is full: free space or enlarge it; until then only opt-outs and deletions are taken", "SQLITE_FULL");

const begin = statement("BEGIN IMMEDIATE");
const commit = statement("COMMIT");
const restart = statement("PRAGMA wal_checkpoint(RESTART)");
const rollback = statement("ROLLBACK");

/**
 * Batches that queue up while one is being written share the next transaction and its one wait for the disk.
 * When a group fails, each of its batches runs alone, so that only the batch with the error fails. `check` throws when the files are
 * not those at the path: before a commit nothing is written then, and after it nobody is told that it is durable.
 */
export function groupCommit(writer: Handle, check: () => void, reserve: Reserve) {
  let queue: QueuedBatch[] = [];
  let idle: (() => void)[] = [];

  function refuseWhenFull({ isUrgent }: QueuedBatch): void {
    if (!isUrgent && reserve.isSpent && !reserve.restore()) throw diskFull();
  }

  function transact(batches: readonly QueuedBatch[]): Row[][][] {
    check();
    batches.forEach(refuseWhenFull);
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
      settle(batches, results);
      return null;
    } catch (error) {
      return { error };
    }
  }

  function settle(batches: readonly QueuedBatch[], results: readonly Row[][][]): void {
    try {
      check();
      batches.forEach(({ resolve }, at) => {
        resolve(results[at] ?? []);
      });
    } catch (error) {
      for (const { reject } of batches) reject(error);
    }
  }

  /** False when not all of the log could be carried over: a disk that is full may not take that either. */
  function restartLog(): boolean {
    try {
      return writer.run(restart)[0]?.[0] === 0;
    } catch {
      return false;
    }
  }

  /** The log goes into the file while there is space for that: from then on it hardly grows. */
  function spendReserve(): boolean {
    if (!reserve.spend()) return false;
    restartLog();
    return true;
  }

  function alone(batch: QueuedBatch): void {
    let failure = attempt([batch]);
    // The log is begun anew first: it has its space already, and what is carried over into the file takes much less.
    for (const makeRoom of [restartLog, spendReserve]) {
      if (failure && batch.isUrgent && isFull(failure.error) && makeRoom()) failure = attempt([batch]);
    }
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
    write: (statements: readonly Statement[], isUrgent = false) =>
      new Promise<Row[][]>((resolve, reject) => {
        if (queue.length === 0) setImmediate(flush);
        queue.push({ statements, isUrgent, resolve, reject });
      }),
    /** When nothing is queued any more. */
    idle: () => (queue.length === 0 ? Promise.resolve() : new Promise<void>((resolve) => void idle.push(resolve))),
  };
}

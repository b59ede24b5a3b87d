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
export class GroupCommit {
  readonly #writer: Handle;
  readonly #check: () => void;
  readonly #reserve: Reserve;
  #queue: QueuedBatch[] = [];
  #idle: (() => void)[] = [];

  constructor(writer: Handle, check: () => void, reserve: Reserve) {
    this.#writer = writer;
    this.#check = check;
    this.#reserve = reserve;
  }

  /** Resolves with the rows of each statement when they are durable. */
  write(statements: readonly Statement[], isUrgent = false): Promise<Row[][]> {
    return new Promise((resolve, reject) => {
      if (this.#queue.length === 0) setImmediate(() => this.#flush());
      this.#queue.push({ statements, isUrgent, resolve, reject });
    });
  }

  /** When nothing is queued any more. */
  idle(): Promise<void> {
    return this.#queue.length === 0 ? Promise.resolve() : new Promise((resolve) => void this.#idle.push(resolve));
  }

  #flush(): void {
    const batches = this.#queue;
    this.#queue = [];
    if (batches.length === 1 || this.#attempt(batches)) for (const batch of batches) this.#writeAlone(batch);
    for (const done of this.#idle) done();
    this.#idle = [];
  }

  #writeAlone(batch: QueuedBatch): void {
    let failure = this.#attempt([batch]);
    // The log is begun anew first: it has its space already, and what is carried over into the file takes much less.
    for (const makeRoom of [() => this.#restartLog(), () => this.#spendReserve()]) {
      if (failure && batch.isUrgent && isFull(failure.error) && makeRoom()) failure = this.#attempt([batch]);
    }
    if (failure) batch.reject(failure.error);
    if (batch.isUrgent) this.#reserve.keepRest();
  }

  #attempt(batches: readonly QueuedBatch[]): { error: unknown } | null {
    try {
      const results = this.#transact(batches);
      this.#settle(batches, results);
      return null;
    } catch (error) {
      return { error };
    }
  }

  #transact(batches: readonly QueuedBatch[]): Row[][][] {
    this.#check();
    for (const batch of batches) this.#refuseWhenFull(batch);
    this.#writer.run(begin);
    try {
      const results = batches.map(({ statements }) => statements.map(this.#writer.run));
      this.#writer.run(commit);
      return results;
    } catch (error) {
      if (this.#writer.inTransaction) this.#writer.run(rollback);
      throw error;
    }
  }

  #refuseWhenFull({ isUrgent }: QueuedBatch): void {
    if (!isUrgent && this.#reserve.isSpent && !this.#reserve.restore()) throw diskFull();
  }

  #settle(batches: readonly QueuedBatch[], results: readonly Row[][][]): void {
    try {
      this.#check();
      batches.forEach(({ resolve }, at) => {
        resolve(results[at] ?? []);
      });
    } catch (error) {
      for (const { reject } of batches) reject(error);
    }
  }

  /** False when not all of the log could be carried over: a disk that is full may not take that either. */
  #restartLog(): boolean {
    try {
      return this.#writer.run(restart)[0]?.[0] === 0;
    } catch {
      return false;
    }
  }

  /** The log goes into the file while there is space for that: from then on it hardly grows. */
  #spendReserve(): boolean {
    if (!this.#reserve.spend()) return false;
    this.#restartLog();
    return true;
  }
}

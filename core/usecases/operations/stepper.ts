import type { OperationRecord } from "#core/model/operations/operation.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";

/** How many items one commit handles: at least, at first and at most. A minimum exists because every commit has a fixed cost. */
export type ChunkSizes = { min: number; first: number; max: number };

/** The changes of the next chunk, and the operation after it; with `finishedAt` it has ended. */
export type Advance = { operation: OperationRecord; changes: ChangeSet };

/** One kind of background work, done in chunks; each commit stores the changes of a chunk together with the cursor. */
export type Stepper = {
  chunk: ChunkSizes;
  /** The number of items, counted when the operation begins; null: unknown. */
  total(ctx: Context, operation: OperationRecord): Promise<number | null>;
  /** Decides at most `size` items after the operation's cursor. Called again, with new reads, when the commit is stale. */
  advance(ctx: Context, operation: OperationRecord, size: number): Promise<Advance>;
  /** Removes deleted data from the database's files: once a run, and before the operation is reported as complete. */
  scrubs?: boolean;
  /** Adds what must be stored when the work fails or is cancelled to the change set. */
  cleanUp?(ctx: Context, changes: ChangeSet, operation: OperationRecord): Promise<void>;
};

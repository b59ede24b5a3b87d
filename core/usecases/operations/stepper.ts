import type { OperationRecord } from "#core/model/operation.ts";
import type { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";

/** How many are done in one commit: at least, at first and at most. A commit has its price however little is in it. */
export type ChunkSizes = { min: number; first: number; max: number };

/** What the next stretch of an operation changes, and the operation after it; with `finishedAt` it has ended. */
export type Advance = { operation: OperationRecord; changes: ChangeSet };

/** One kind of work, done in stretches that keep what they did and how far they came in one commit. */
export type Stepper = {
  chunk: ChunkSizes;
  /** How much there is to do, counted when it begins; null: nobody knows. */
  total(ctx: Context, operation: OperationRecord): Promise<number | null>;
  /** Does at most `size` after the operation's cursor. Called again from its reads on when somebody else was first. */
  advance(ctx: Context, operation: OperationRecord, size: number): Promise<Advance>;
  /** What has been deleted leaves the files too: once a turn, and before it is said that all is done. */
  scrubs?: boolean;
  /** Puts into the change set what else is to be known when the work fails or is cancelled. */
  gaveUp?(ctx: Context, changes: ChangeSet, operation: OperationRecord): Promise<void>;
};

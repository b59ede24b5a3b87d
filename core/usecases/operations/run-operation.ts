import { CrmError } from "#core/errors.ts";
import type { OperationRecord } from "#core/model/operations/operation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { nextChunk } from "#core/rules/chunk.ts";
import { second } from "#core/rules/time.ts";
import { commitStep, retrying } from "#core/usecases/commit.ts";
import { endOperation } from "./end-operation.ts";
import { requestRun } from "./request-run.ts";
import type { ChunkSizes } from "./stepper.ts";
import { steppers } from "./steppers.ts";
import { yieldToEventLoop } from "./yield-to-event-loop.ts";

/** The longest run of one job, in ms, before it requests the next: a stopping process need not wait, and other jobs run in between. */
const jobTurnMs = 5 * second;

/**
 * Continues an operation from its cursor, one commit for each chunk, which also moves the cursor. Safe to run again and twice
 * at once: a chunk that another job has done fails as stale, and the work continues after it.
 */
export async function runOperation(
  ctx: Context,
  { id, isLastTry, turnMs = jobTurnMs }: { id: string; isLastTry: boolean; turnMs?: number },
): Promise<void> {
  try {
    await work(ctx, id, turnMs);
  } catch (error) {
    const isFinal = error instanceof CrmError && error.code !== "unavailable";
    if (!isFinal && !isLastTry) throw error;
    await fail(ctx, id, error instanceof CrmError ? error.code : "internal");
    if (!isFinal) throw error;
  }
}

async function work(ctx: Context, id: string, turnMs: number): Promise<void> {
  const turnEnds = ctx.now() + turnMs;
  for (let size: number | null = null; ; ) {
    const isTurnOver = ctx.now() >= turnEnds;
    const chunkSize: number | null = size;
    let tried = 0;
    const held = holding(ctx);
    const done: Done | null = await retrying(ctx, () => step(held.ctx, id, chunkSize, tried++, isTurnOver));
    if (done === null) return;
    size = nextChunk(done.size, held.longestMs(), done.chunk);
    await yieldToEventLoop(ctx);
  }
}

/** The context with its hold of the event loop measured: the longest time without yielding to other requests. */
function holding(ctx: Context): { ctx: Context; longestMs(): number } {
  let since = ctx.now();
  let longest = 0;
  const defer = (work: () => void) => {
    longest = Math.max(longest, ctx.now() - since);
    ctx.defer(() => {
      since = ctx.now();
      work();
    });
  };
  return { ctx: { ...ctx, defer }, longestMs: () => Math.max(longest, ctx.now() - since) };
}

/** The largest chunk that was done, and the permitted chunk sizes. */
type Done = { size: number; chunk: ChunkSizes };

/**
 * Does the next chunk; null when this run has nothing left to do. After each lost race the chunk is halved, since fewer rows
 * read means fewer that can change meanwhile.
 */
async function step(ctx: Context, id: string, chunkSize: number | null, tried: number, isTurnOver: boolean): Promise<Done | null> {
  const operation = await ctx.store.operations.find(id);
  if (operation === null || operation.finishedAt !== null) return null;
  const { chunk, advance, scrubs = false } = steppers[operation.input.work.action];
  const size = Math.max(1, Math.floor((chunkSize ?? chunk.first) / 2 ** tried));
  const after = await advance(ctx, operation.state === "queued" ? await begin(ctx, operation) : operation, size);
  const changes = after.changes.stepOperation(operation, after.operation);
  const isOver = after.operation.finishedAt !== null;
  if (isTurnOver && !isOver) requestRun(ctx, changes, after.operation);
  if (isOver && scrubs) await ctx.store.contacts.scrub();
  await commitStep(ctx, changes);
  if (isTurnOver && scrubs) await ctx.store.contacts.scrub();
  return isOver || isTurnOver ? null : { size, chunk };
}

async function begin(ctx: Context, operation: OperationRecord): Promise<OperationRecord> {
  return { ...operation, state: "running", total: await steppers[operation.input.work.action].total(ctx, operation) };
}

async function fail(ctx: Context, id: string, code: string): Promise<void> {
  await retrying(ctx, async () => {
    const operation = await ctx.store.operations.find(id);
    if (operation === null || operation.finishedAt !== null) return;
    const changes = new ChangeSet().stepOperation(operation, endOperation(operation, "failed", ctx.now(), code));
    await steppers[operation.input.work.action].cleanUp?.(ctx, changes, operation);
    await commitStep(ctx, changes);
  });
}

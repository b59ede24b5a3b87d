import { CrmError } from "#core/errors.ts";
import type { BulkAction, OperationRecord } from "#core/model/operation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { nextChunk } from "#core/rules/chunk.ts";
import { second } from "#core/rules/time.ts";
import { retrying } from "#core/usecases/commit.ts";
import { askToRun } from "./ask-to-run.ts";
import { breathe } from "./breathe.ts";
import { chooseContacts } from "./choose-contacts.ts";
import { doWork } from "./do-work.ts";
import { endOperation } from "./end-operation.ts";
import { isTargetThere } from "./start-bulk.ts";

/** One job works so long at a time, then asks for the next: a process that stops need not wait, and others get their turn. */
const turnMs = 5 * second;

/** Contacts done in one commit, at least, at first and at most: a commit has its price however little is in it. */
const few = { min: 10, first: 20, max: 200 };
const many = { min: 100, first: 500, max: 1_000 };
const chunks: Record<BulkAction, typeof many> = { tag: many, untag: many, branch: many, owner: many, stage: few, delete: few };

type Chunk = typeof many;

/**
 * Goes on with an operation from its cursor, one commit a chunk that moves the cursor too. Safe to run again and twice at
 * once: a chunk that somebody else has done fails as stale, and the work goes on behind it.
 */
export async function runOperation(ctx: Context, { id, isLastTry }: { id: string; isLastTry: boolean }): Promise<void> {
  try {
    await work(ctx, id);
  } catch (error) {
    const isFinal = error instanceof CrmError && error.code !== "unavailable";
    if (!isFinal && !isLastTry) throw error;
    await fail(ctx, id, error instanceof CrmError ? error.code : "internal");
    if (!isFinal) throw error;
  }
}

async function work(ctx: Context, id: string): Promise<void> {
  const turnEnds = ctx.now() + turnMs;
  for (let size: number | null = null; ; ) {
    const began: number = ctx.now();
    const chunk = await retrying(ctx, () => step(ctx, id, size, began >= turnEnds));
    if (chunk === null) return;
    size = nextChunk(size ?? chunk.first, ctx.now() - began, chunk);
    await breathe(ctx);
  }
}

/** Does the next chunk; returns how large chunks may be, null when there is nothing left for this turn. */
async function step(ctx: Context, id: string, size: number | null, isTurnOver: boolean): Promise<Chunk | null> {
  const operation = await ctx.store.operations.find(id);
  if (operation === null || operation.finishedAt !== null) return null;
  const { action } = operation.input.work;
  const after = await advance(ctx, operation.state === "queued" ? await begin(ctx, operation) : operation, size ?? chunks[action].first);
  const changes = after.changes.stepOperation(operation, after.operation);
  const isOver = after.operation.finishedAt !== null;
  if (isTurnOver && !isOver) askToRun(ctx, changes, after.operation);
  // What has been deleted leaves the files too: once a turn, and before it is said that all is done.
  if (isOver && action === "delete") await ctx.store.contacts.scrub();
  await ctx.store.commit(changes);
  if (isTurnOver && action === "delete") await ctx.store.contacts.scrub();
  return isOver || isTurnOver ? null : chunks[action];
}

type Advance = { operation: OperationRecord; changes: ChangeSet };

async function begin(ctx: Context, operation: OperationRecord): Promise<OperationRecord> {
  const { choice } = operation.input;
  const total = choice === null ? 0 : "ids" in choice ? choice.ids.length : await ctx.store.contacts.count(choice.filter);
  return { ...operation, state: "running", total };
}

async function advance(ctx: Context, operation: OperationRecord, size: number): Promise<Advance> {
  const changes = new ChangeSet();
  if (!(await isTargetThere(ctx, operation.input.work))) return { operation: endOperation(operation, "failed", ctx.now(), "not_found"), changes };
  const { ids, missing, cursor, isLast } = await chooseContacts(ctx, operation, size);
  if (cursor === null) return { operation: endOperation(operation, "completed", ctx.now()), changes };
  await doWork(ctx, changes, operation, ids);
  const { done, failed } = operation;
  const after = { ...operation, done: done + ids.length, failed: failed + missing, cursor, updatedAt: ctx.now() };
  return { operation: isLast && operation.input.work.action !== "delete" ? endOperation(after, "completed", ctx.now()) : after, changes };
}

async function fail(ctx: Context, id: string, code: string): Promise<void> {
  await retrying(ctx, async () => {
    const operation = await ctx.store.operations.find(id);
    if (operation === null || operation.finishedAt !== null) return;
    await ctx.store.commit(new ChangeSet().stepOperation(operation, endOperation(operation, "failed", ctx.now(), code)));
  });
}

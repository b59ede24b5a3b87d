import type { OperationRecord } from "#core/model/operations/operation.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { candidatePairs } from "#core/rules/proposals/candidates.ts";
import { mostSharing } from "#core/rules/proposals/pairs.ts";
import { endOperation } from "#core/usecases/operations/end-operation.ts";
import type { Advance, Stepper } from "#core/usecases/operations/stepper.ts";
import { comparePairs } from "./compare-pairs.ts";

/**
 * Compares each contact with those of later ids that have the same or a similar address, so every pair comes once. The cursor
 * is an id, since an address in it would outlive its erased contact.
 */
export const findDuplicatesStepper: Stepper = {
  chunk: { min: 100, first: 500, max: 2_000 },
  total: (ctx) => ctx.store.contacts.count({}),
  advance,
};

async function advance(ctx: Context, operation: OperationRecord, size: number): Promise<Advance> {
  const changes = new ChangeSet();
  const { addresses, last, looked } = await ctx.store.proposals.sharedAfter(operation.cursor, size, Math.ceil(size / 10));
  if (last === null) return { operation: endOperation(operation, "completed", ctx.now()), changes };
  const found = await ctx.store.proposals.sharing(addresses, mostSharing + 1);
  const pairs = candidatePairs(addresses, found, new Map());
  const walked = new Set(addresses.map(({ contactId }) => contactId));
  for (const [key, [one, two]] of pairs) if (two < one && !walked.has(two)) pairs.delete(key);
  await comparePairs(ctx, changes, pairs, { isShown: false });
  return { operation: { ...operation, done: operation.done + looked, cursor: last, updatedAt: ctx.now() }, changes };
}

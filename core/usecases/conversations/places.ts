import type { BranchRecord } from "#core/model/records.ts";
import type { Settings } from "#core/model/settings.ts";
import type { Context } from "#core/ports/context.ts";
import { hasOpeningTimes, type OfBranch } from "#core/rules/duty/place-of.ts";

/** The branches, where the times at which conversations call staff hang on them; else none are read. */
export async function branchesOf(ctx: Context, settings: Settings, concerned: readonly OfBranch[]): Promise<BranchRecord[]> {
  const isNeeded = hasOpeningTimes(settings) && concerned.some(({ branchId }) => branchId !== null);
  return isNeeded ? ctx.store.labels.branches() : [];
}

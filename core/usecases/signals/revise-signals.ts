import { fail } from "#core/errors.ts";
import type { Settings } from "#core/model/settings.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Context } from "#core/ports/context.ts";
import { type Signal, signalTypes } from "#core/rules/signals/registry.ts";
import { commit, retrying } from "#core/usecases/commit.ts";
import { nextVersion } from "#core/usecases/settings/next-version.ts";

/**
 * Writes the signals that `revise` makes of the present ones as a new version of the settings; the same list: nothing is
 * written. Contacts are folded again when they are touched next, or by the sweep.
 */
export async function reviseSignals<T>(
  ctx: Context,
  revise: (signals: readonly Signal[]) => readonly Signal[],
  result: (settings: Settings) => T,
): Promise<T> {
  return retrying(ctx, async () => {
    const current = await ctx.store.settings.current();
    const { document } = current;
    const before = document.scoring.signals;
    const signals = revise(before);
    if (signals === before) return result(document);
    refuseLastOfType(before, signals);
    const next: Settings = { ...document, scoring: { ...document.scoring, signals: [...signals] } };
    const changes = new ChangeSet().insert("settings", nextVersion(ctx, current, next));
    return commit(ctx, changes, result(next));
  });
}

/** Some types must have an enabled signal once they have one. */
function refuseLastOfType(before: readonly Signal[], after: readonly Signal[]): void {
  for (const { type, required } of signalTypes) {
    const has = (signals: readonly Signal[]) => signals.some((signal) => signal.type === type && signal.enabled);
    if (required !== null && has(before) && !has(after)) fail("conflict", required);
  }
}

import { fail } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";
import type { Signal } from "#core/rules/signals/registry.ts";
import { reportOf, type SignalReport } from "./signal-report.ts";

export async function getSignal(ctx: Context, { id }: { id: string }): Promise<SignalReport> {
  const { document } = await ctx.store.settings.current();
  return reportOf(document, signalIn(document.scoring.signals, id));
}

/** The signal, or `not_found`. */
export function signalIn(signals: readonly Signal[], id: string): Signal {
  return signals.find((signal) => signal.id === id) ?? fail("not_found", `signal ${id} does not exist`);
}

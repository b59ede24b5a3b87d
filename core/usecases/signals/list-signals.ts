import type { Context } from "#core/ports/context.ts";
import { reportOf, type SignalReport } from "./signal-report.ts";

/** In the order in which they are summed. */
export async function listSignals(ctx: Context): Promise<SignalReport[]> {
  const { document } = await ctx.store.settings.current();
  return document.scoring.signals.map((signal) => reportOf(document, signal));
}

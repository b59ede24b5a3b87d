import { CrmError, fail, invalidField } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";
import { pointerOf } from "#core/rules/settings/pointer.ts";
import type { AnySignalFinding } from "#core/rules/signals/finding-codes.ts";
import { lintSignals as lint } from "#core/rules/signals/lint.ts";
import { type Signal, signalSchema, typeOf } from "#core/rules/signals/registry.ts";
import { reviseSignals } from "./revise-signals.ts";
import { reportOf, type SignalReport } from "./signal-report.ts";

export async function getSignal(ctx: Context, { id }: { id: string }): Promise<SignalReport> {
  const { document } = await ctx.store.settings.current();
  return reportOf(document, signalIn(document.scoring.signals, id));
}

/** The signal, or `not_found`. */
export function signalIn(signals: readonly Signal[], id: string): Signal {
  return signals.find((signal) => signal.id === id) ?? fail("not_found", `signal ${id} does not exist`);
}

/** In the order in which they are summed. */
export async function listSignals(ctx: Context): Promise<SignalReport[]> {
  const { document } = await ctx.store.settings.current();
  return document.scoring.signals.map((signal) => reportOf(document, signal));
}

/** What it has found goes when its contacts are folded again. */
export async function deleteSignal(ctx: Context, { id }: { id: string }): Promise<void> {
  return reviseSignals(
    ctx,
    (signals) => {
      const held = signalIn(signals, id);
      return signals.filter((each) => each !== held);
    },
    () => undefined,
  );
}

/** The signal as the settings hold it, beside these others; or `invalid`, for each field that is at fault. */
export function checkSignal(given: object, others: readonly Signal[]): Signal {
  const { data: signal, error } = signalSchema.safeParse(given);
  if (!signal) {
    const errors = error.issues.map(({ path, message }) => ({ pointer: path.map((step) => `/${String(step)}`).join(""), detail: message }));
    throw new CrmError("invalid", `${errors[0]?.pointer} ${errors[0]?.detail}`, { errors });
  }
  const refusal = typeOf(signal).refusal(signal, others);
  if (refusal) throw invalidField(pointerOf(...refusal.path), refusal.detail);
  return signal;
}

export async function lintSignals(ctx: Context): Promise<readonly AnySignalFinding[]> {
  return lint((await ctx.store.settings.current()).document);
}

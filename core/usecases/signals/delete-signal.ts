import type { Context } from "#core/ports/context.ts";
import { signalIn } from "./get-signal.ts";
import { reviseSignals } from "./revise-signals.ts";

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

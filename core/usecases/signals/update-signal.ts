import { invalidField } from "#core/errors.ts";
import type { Signal } from "#core/model/signal.ts";
import type { Context } from "#core/ports/context.ts";
import { reviseSignal } from "#core/rules/signals/revise.ts";
import { checkSignal } from "./check-signal.ts";
import { signalIn } from "./get-signal.ts";
import { reviseSignals } from "./revise-signals.ts";
import { changeReportOf, type SignalReport } from "./signal-report.ts";

/** What each type looks for; the type itself stays. */
const looksFor = { ai: ["intent"], keyword: ["phrases", "patterns"], action: ["action"], manual: [] } as const satisfies Record<
  Signal["type"],
  readonly string[]
>;

/** What is not given stays. The version counts up when anything but the name changes. */
export async function updateSignal(ctx: Context, { id, ...patch }: { id: string } & Readonly<Record<string, unknown>>): Promise<SignalReport> {
  let updated: Signal;
  return reviseSignals(
    ctx,
    (signals) => {
      const held = signalIn(signals, id);
      refuseForeign(held, patch);
      const others = signals.filter((each) => each !== held);
      updated = reviseSignal(held, checkSignal({ ...held, ...patch }, others));
      return updated === held ? signals : signals.map((each) => (each === held ? updated : each));
    },
    (settings) => changeReportOf(settings, updated),
  );
}

function refuseForeign({ type }: Signal, patch: object): void {
  const own: readonly string[] = looksFor[type];
  for (const field of Object.values(looksFor).flat())
    if (field in patch && !own.includes(field)) throw invalidField(`/${field}`, `is not for a signal of the type ${type}`);
}

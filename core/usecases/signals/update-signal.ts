import { invalidField } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";
import { type Signal, signalTypes, typeOf } from "#core/rules/signals/registry.ts";
import { reviseSignal } from "#core/rules/signals/revise.ts";
import { holderOf, refuseTakenName } from "#core/usecases/unique-name.ts";
import { reviseSignals } from "./revise-signals.ts";
import { changeReportOf, type SignalReport } from "./signal-report.ts";
import { checkSignal, signalIn } from "./signals.ts";

/** What is not given stays. The version counts up when anything but the name changes. */
export async function updateSignal(ctx: Context, { id, ...patch }: { id: string } & Readonly<Record<string, unknown>>): Promise<SignalReport> {
  let updated: Signal;
  return reviseSignals(
    ctx,
    (signals) => {
      const held = signalIn(signals, id);
      refuseForeign(held, patch);
      const others = signals.filter((each) => each !== held);
      if (typeof patch.name === "string" && patch.name !== held.name) refuseTakenName("signal", holderOf(patch.name, others), id);
      updated = reviseSignal(held, checkSignal({ ...held, ...patch }, others));
      return updated === held ? signals : signals.map((each) => (each === held ? updated : each));
    },
    (settings) => changeReportOf(settings, updated),
  );
}

/** What another type looks for is refused. */
function refuseForeign(held: Signal, patch: object): void {
  const own = typeOf(held).fields;
  const foreign = signalTypes.flatMap(({ fields }) => fields).find((field) => field in patch && !own.includes(field));
  if (foreign !== undefined) throw invalidField(`/${foreign}`, `is not for a signal of the type ${held.type}`);
}

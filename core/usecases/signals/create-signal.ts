import { fail, invalidField } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";
import type { Signal } from "#core/rules/signals/registry.ts";
import { reservedIds } from "#core/rules/signals/reserved-ids.ts";
import { idFromName } from "#core/usecases/id-from-name.ts";
import { holderOf, refuseTakenName } from "#core/usecases/unique-name.ts";
import { reviseSignals } from "./revise-signals.ts";
import { changeReportOf, type SignalReport } from "./signal-report.ts";
import { checkSignal } from "./signals.ts";

/** What a signal is made of; without an id it gets one from its name. */
export type NewSignal = { id?: string | undefined; name: string; type: Signal["type"] };

const maxSignals = 500;

/** Names are unique whatever their case and accents: a request that comes twice makes one signal. */
export async function createSignal(ctx: Context, input: NewSignal): Promise<SignalReport> {
  let made: Signal;
  return reviseSignals(
    ctx,
    (signals) => {
      if (signals.length >= maxSignals) fail("conflict", `there are ${maxSignals} signals already; delete one that finds nothing`);
      const id = input.id ?? idFromName(input.name, "signal", (free) => !reservedIds.has(free) && !signals.some((each) => each.id === free));
      if (reservedIds.has(id)) throw invalidField("/id", "is a word of this API; choose another");
      if (signals.some((each) => each.id === id))
        fail("conflict", `signal ${id} exists already`, { signalId: id, errors: [{ pointer: "/id", detail: "is taken" }] });
      refuseTakenName("signal", holderOf(input.name, signals), id);
      made = checkSignal({ ...input, id, version: 1 }, signals);
      return [...signals, made];
    },
    (settings) => changeReportOf(settings, made),
  );
}

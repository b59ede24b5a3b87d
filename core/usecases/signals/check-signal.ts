import { CrmError, invalidField } from "#core/errors.ts";
import { type Signal, signalSchema } from "#core/model/signal.ts";
import { compilePatterns } from "#core/rules/signals/pattern.ts";

/** The signal as the settings hold it, beside these others; or `invalid`, for each field that is at fault. */
export function checkSignal(given: object, others: readonly Signal[]): Signal {
  const { data: signal, error } = signalSchema.safeParse(given);
  if (!signal) {
    const errors = error.issues.map(({ path, message }) => ({ pointer: path.map((step) => `/${String(step)}`).join(""), detail: message }));
    throw new CrmError("invalid", `${errors[0]?.pointer} ${errors[0]?.detail}`, { errors });
  }
  // The last one is told when all together are too many.
  const fault = compilePatterns([...others, signal]).faults.find((each) => each.signal === signal);
  if (fault) throw invalidField(`/patterns/${fault.index}`, fault.fault);
  return signal;
}

import { CrmError, invalidField } from "#core/errors.ts";
import { pointerOf } from "#core/rules/settings/pointer.ts";
import { type Signal, signalSchema, typeOf } from "#core/rules/signals/registry.ts";

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

import { fail } from "#core/errors.ts";
import type { Stepper } from "#core/usecases/operations/stepper.ts";

export const planImportStepper: Stepper = {
  chunk: { min: 10, first: 100, max: 1_000 },
  total: async () => null,
  advance: async () => fail("unavailable", "this work cannot be done yet"),
};

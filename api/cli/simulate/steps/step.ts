import { z } from "zod";
import type { World } from "../world.ts";

/** What a step does, once it is its turn. `line` is where it stands in the file. */
export type StepAction = (world: World, line: number) => Promise<void>;

/** Reads a step's input and gives what it does. */
export function step<T>(schema: z.ZodType<T>, run: (world: World, input: T, line: number) => Promise<void>): z.ZodType<StepAction> {
  return schema.transform(
    (input): StepAction =>
      (world, line) =>
        run(world, input, line),
  );
}

export const nameSchema = z.string().min(1);
export const textSchema = z.string().min(1);

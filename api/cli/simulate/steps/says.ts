import { z } from "zod";
import { nameSchema, step, textSchema } from "./step.ts";

/** `says: { from: Ana, text: Hello }` — a customer writes. */
export const says = step(z.strictObject({ from: nameSchema, text: textSchema }), (world, { from, text }) => world.says(from, text));

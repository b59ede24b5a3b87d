import { z } from "zod";

/** A line of text of at most `max` characters that is not blank. */
export function line(max: number) {
  return z
    .string()
    .min(1, { abort: true })
    .max(max)
    .refine((text) => text.trim() !== "", "is blank");
}

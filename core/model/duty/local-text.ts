import { z } from "zod";

const text = z.string().min(1).max(1000);

/** Words for customers: one text for all, or one for each language, by ISO 639-1 code ("tl" also for Taglish). */
export const localTextSchema = z.union([
  text,
  z.record(z.string().regex(/^[a-z]{2}$/, "is a language code like en"), text).refine((texts) => Object.keys(texts).length > 0, "names no language"),
]);
export type LocalText = z.infer<typeof localTextSchema>;

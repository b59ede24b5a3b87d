import { z } from "zod";
import { localTextSchema } from "./local-text.ts";

/** What a takeover of a conversation does by itself (product.md §11). */
export const takeoverSettingsSchema = z.object({
  /** It ends when neither side has said anything for so many hours; null: only when staff release it. */
  endsAfterHours: z.int().min(1).max(720).nullable().default(12),
  /** What the customer is told when staff take over, once in an episode of messages; null: nothing. */
  notice: localTextSchema.nullable().default(null),
});
export type TakeoverSettings = z.infer<typeof takeoverSettingsSchema>;

import { z } from "@hono/zod-openapi";
import type { CreditRecord } from "#core/model/template.ts";
import { nextCursor } from "../page.ts";
import { iso, Moment } from "./moment.ts";

export const CreditView = z
  .object({
    id: z.string().meta({ example: "crd_01kaw3v6h0abcdefghjkmnpqrs" }),
    at: Moment,
    amount: z.int().meta({ description: "Positive: came in; negative: used or corrected", example: -2 }),
    reason: z.enum(["top_up", "suggested_text", "correction"]).meta({ example: "suggested_text" }),
    ref: z.string().nullable().meta({ description: "What it was used for: the follow-up's id", example: "fup_01kaw3v6h0abcdefghjkmnpqrs" }),
    note: z.string().nullable().meta({ example: null }),
    by: z.string().meta({ description: "Key or member of staff, or the system itself", example: "system" }),
  })
  .meta({ id: "CreditEntry" });

export const CreditsView = z
  .object({
    balance: z.int().meta({ description: "Sum of all entries", example: 98 }),
    enforced: z.boolean().meta({ description: "False until credits are first added: until then nothing is refused for want of them", example: true }),
    entries: z.array(CreditView),
    nextCursor: nextCursor(),
  })
  .meta({ id: "Credits", description: "The ledger of credits, newest first" });

export function toCreditView({ id, at, amount, reason, ref, note, by }: CreditRecord): z.infer<typeof CreditView> {
  return { id, at: iso(at), amount, reason, ref, note, by };
}

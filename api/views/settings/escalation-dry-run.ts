import { z } from "@hono/zod-openapi";
import type { DryRunReport } from "#core/usecases/escalation-rules/dry-run.ts";
import { InboxContactView, toInboxContactView } from "../messages/conversation.ts";
import { iso, Moment } from "../moment.ts";

const WouldBeView = z.object({
  at: Moment,
  contact: InboxContactView,
  conversationId: z.string().meta({ example: "cnv_01kaw3v6h0abcdefghjkmnpqrs" }),
  reason: z.string().meta({ example: "The customer complains" }),
  evidence: z
    .array(z.object({ messageId: z.string().nullable(), quote: z.string().meta({ example: "it arrived broken" }), at: Moment, because: z.string() }))
    .meta({ description: "What shows it, in the order in which it was found" }),
});

export const DryRunView = z
  .object({
    from: Moment,
    until: Moment,
    count: z.int().meta({ description: "How many alerts there would have been", example: 14 }),
    perDay: z
      .array(z.object({ date: z.string().meta({ example: "2026-11-24" }), count: z.int().meta({ example: 3 }) }))
      .meta({ description: "By day in the agent's zone; days without one are left out" }),
    alerts: z.array(WouldBeView).meta({ description: "The newest 50" }),
    contacts: z.int().meta({ description: "How many have been looked at", example: 120 }),
    messages: z.int().meta({ description: "How many messages they have", example: 2400 }),
    isComplete: z.boolean().meta({ description: "False: there was more than one dry run reads", example: true }),
  })
  .meta({ id: "EscalationDryRun" });

export function toDryRunView({ from, until, alerts, ...counts }: DryRunReport): z.infer<typeof DryRunView> {
  return {
    ...counts,
    from: iso(from),
    until: iso(until),
    alerts: alerts.map(({ at, contact, conversationId, reason, evidence }) => ({
      ...{ at: iso(at), contact: toInboxContactView(contact), conversationId, reason },
      evidence: evidence.map((one) => ({ ...one, at: iso(one.at) })),
    })),
  };
}

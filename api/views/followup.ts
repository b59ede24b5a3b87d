import { z } from "@hono/zod-openapi";
import { type FollowUpRecord, followUpKinds, followUpOutcomes, followUpStates } from "#core/model/followup.ts";
import { channels } from "#core/model/vocabulary.ts";
import { fingerprintOf } from "#core/rules/followups/fingerprint.ts";
import { difference } from "#core/rules/texts/difference.ts";
import type { TriggerReport } from "#core/usecases/followups/report-followups.ts";
import { iso, isoOrNull, Moment } from "./moment.ts";

export const FollowUpView = z
  .object({
    id: z.string().meta({ example: "fup_01kaw3v6h0abcdefghjkmnpqrs" }),
    contactId: z.string().meta({ example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
    conversationId: z.string().nullable().meta({ description: "Where it goes; null: they have written nowhere yet" }),
    kind: z.enum(followUpKinds).meta({ example: "promise" }),
    trigger: z.string().meta({ description: "The kind, or the id of the agent's own trigger", example: "promise" }),
    state: z.enum(followUpStates).meta({ example: "proposed" }),
    reason: z.string().meta({ description: "Why it is there", example: "we promised to come back" }),
    endedBecause: z.string().nullable().meta({ description: "Why it ended without being sent", example: null }),
    evidence: z.array(z.object({ messageId: z.string().nullable(), quote: z.string(), at: Moment })).meta({
      description: "The words that show it",
      example: [{ messageId: "msg_1", quote: "I'll send the quote Monday", at: "2026-03-06T09:55:00.000Z" }],
    }),
    text: z.string().meta({ description: "What would be said", example: "Hi Ana, here is the quote I promised." }),
    originalText: z.string().meta({ description: "As it was suggested", example: "Hi Ana, I said I would come back to you." }),
    difference: z
      .array(z.object({ kind: z.enum(["same", "removed", "added"]), text: z.string() }))
      .meta({ description: "What an edit changed; empty without one" }),
    fingerprint: z.string().meta({ description: "Names exactly this text: approving needs it", example: "9f86d081884c7d659a2feaa0c55ad015" }),
    channel: z.enum(channels).nullable().meta({ example: "telegram" }),
    dueAt: Moment,
    attempt: z.int().meta({ description: "Which one in its run of messages", example: 1 }),
    episode: z.string().meta({
      description: "First message of the run that it belongs to; the promise; an id of its own for a reminder",
      example: "msg_01kaw3v6h0abcdefghjkmnpqrs",
    }),
    auto: z.boolean().meta({ description: "Sent without anybody's approval", example: false }),
    deliveryId: z.string().nullable().meta({ example: null }),
    outcome: z.enum(followUpOutcomes).nullable().meta({ description: "What came of it, once it was sent", example: null }),
    editedBy: z.string().nullable().meta({ example: null }),
    editedAt: Moment.nullable(),
    decidedBy: z.string().nullable().meta({ example: null }),
    decidedAt: Moment.nullable(),
    sentAt: Moment.nullable(),
    snoozedUntil: Moment.nullable(),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: "FollowUp", description: "Somebody needs attention: why, what could be said, and what became of it" });

export function toFollowUpView(followUp: FollowUpRecord): z.infer<typeof FollowUpView> {
  const { id, contactId, conversationId, kind, trigger, state, reason, endedBecause, text, originalText, channel, attempt, episode, auto } = followUp;
  const { deliveryId, editedBy, decidedBy } = followUp;
  return {
    id,
    contactId,
    conversationId,
    kind,
    trigger,
    state,
    reason,
    endedBecause,
    evidence: followUp.evidence.map(({ messageId, quote, at }) => ({ messageId, quote, at: iso(at) })),
    text,
    originalText,
    difference: text === originalText ? [] : difference(originalText, text),
    fingerprint: fingerprintOf(followUp),
    channel,
    dueAt: iso(followUp.dueAt),
    attempt,
    episode,
    auto,
    deliveryId,
    outcome: followUpOutcomes.find((outcome) => outcome === state) ?? null,
    editedBy,
    editedAt: isoOrNull(followUp.editedAt),
    decidedBy,
    decidedAt: isoOrNull(followUp.decidedAt),
    sentAt: isoOrNull(followUp.sentAt),
    snoozedUntil: state === "snoozed" ? isoOrNull(followUp.reviewAt) : null,
    createdAt: iso(followUp.createdAt),
    updatedAt: iso(followUp.updatedAt),
  };
}

const rate = z.number().min(0).max(1).nullable().meta({ description: "Share of those sent; null: none was", example: 0.4 });

export const TriggerReportView = z
  .object({
    kind: z.enum(followUpKinds).meta({ example: "ghosting" }),
    trigger: z.string().meta({ example: "ghosting" }),
    proposed: z.int().meta({ description: "All that were proposed", example: 120 }),
    sent: z.int().meta({ example: 80 }),
    states: z.record(z.enum(followUpStates), z.int()).meta({ description: "How many are in each state", example: { sent: 3, replied: 30 } }),
    rates: z.object({ replied: rate, converted: rate, optedOut: rate }),
  })
  .meta({ id: "TriggerReport", description: "How the follow-ups of one trigger did" });

export const toTriggerReportView = (report: TriggerReport): z.infer<typeof TriggerReportView> => report;

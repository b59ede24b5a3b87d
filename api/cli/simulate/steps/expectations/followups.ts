import { z } from "zod";
import { showInstant } from "#api/cli/simulate/times.ts";
import { followUpOutcomes, followUpStates } from "#core/model/followup.ts";
import { type Compare, isLikeAll } from "./compare.ts";

/** As the timeline writes it, `Mon 2026-03-09 09:00`, but by the customer's clock; null: never. */
const instant = z.string().nullable().optional();

export const followUpSchema = z.strictObject({
  trigger: z.string().optional(),
  attempt: z.int().optional(),
  state: z.enum(followUpStates).optional(),
  /** What came of one that was sent; null: nothing yet. */
  outcome: z.enum(followUpOutcomes).nullable().optional(),
  text: z.string().optional(),
  reason: z.string().optional(),
  /** Why it ended without being sent. */
  endedBecause: z.string().nullable().optional(),
  auto: z.boolean().optional(),
  decidedBy: z.string().nullable().optional(),
  proposedAt: instant,
  dueAt: instant,
  sentAt: instant,
});

/** By due time. */
export const compareFollowUps: Compare<z.infer<typeof followUpSchema>[]> = async (world, name, expected, differ) => {
  const { contactId, zone = world.timeZone } = await world.contact(name);
  const { data } = await world.system.store.followUps.list({ contactId }, { limit: 200, cursor: null });
  const was = data.map(({ trigger, attempt, state, text, reason, endedBecause, auto, decidedBy, createdAt, dueAt, sentAt }) => ({
    trigger,
    attempt,
    state,
    outcome: followUpOutcomes.find((outcome) => outcome === state) ?? null,
    text,
    reason,
    endedBecause,
    auto,
    decidedBy,
    proposedAt: showInstant(createdAt, zone),
    dueAt: showInstant(dueAt, zone),
    sentAt: sentAt === null ? null : showInstant(sentAt, zone),
  }));
  if (!isLikeAll(expected, was)) differ(`${name}'s follow-ups`, expected, was);
};

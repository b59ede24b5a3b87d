import { z } from "@hono/zod-openapi";
import { grades, sentimentLevels, stages, statuses } from "#core/model/vocabulary.ts";
import type { Explained } from "#core/rules/explain/evidence.ts";
import type { ContactExplanation } from "#core/usecases/contacts/explain-contact.ts";
import { iso, isoOrNull, Moment } from "../moment.ts";
import { BookedForView, LifetimeValueView, toBookedForView } from "./agreed.ts";

const Evidence = z
  .object({
    factId: z.string().meta({ example: "msg_01kaw3v6h0abcdefghjkmnpqrs" }),
    kind: z.enum(["message", "action", "adjustment", "stage", "detail", "consent", "conversation"]),
    at: Moment,
    quote: z.string().meta({ description: "The words or the action that show it", example: "I want to book" }),
  })
  .meta({ id: "Evidence" });

const common = {
  rule: z.string().meta({ description: "The rule that gave it", example: "status.qualified" }),
  settingsVersion: z.int().meta({ description: "Version of the settings the rule went by", example: 1 }),
  because: z.string().meta({ example: "booking_request: “I want to book”" }),
  evidence: z.array(Evidence).meta({ description: "What it rests on; empty when time or staff alone decided" }),
  arithmetic: z
    .array(z.string())
    .meta({ description: "How it was reckoned", example: ["booking_request 2 days ago, counts for 30 (intentTtlDays)"] }),
  reviewAt: Moment.nullable().meta({ description: "When time alone would change it, or earlier; null: never" }),
};

export const ExplanationView = z
  .object({
    contactId: z.string().meta({ example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
    asOf: Moment,
    status: z.object({ value: z.enum(statuses), ...common }),
    stage: z.object({ value: z.enum(stages), ...common }),
    score: z.object({ value: z.int().min(0).max(100).meta({ example: 61 }), grade: z.enum(grades), ...common }),
    sentiment: z.object({ value: z.enum(sentimentLevels).nullable(), score: z.number().nullable(), ...common }),
    vip: z.object({ value: z.boolean(), ...common }),
    atRisk: z.object({ value: z.boolean(), ...common }),
    bookedFor: z.object({ value: BookedForView, ...common }),
    lifetimeValue: z.object({ value: LifetimeValueView, ...common }),
    reviewAt: Moment.nullable().meta({ description: "When time alone next changes any of it, or earlier" }),
  })
  .meta({ id: "Explanation", description: "Why a contact is what it is" });

export function toExplanationView(contactId: string, given: ContactExplanation): z.infer<typeof ExplanationView> {
  const { settingsVersion, sentiment, score, stage, status, vip, atRisk, bookedFor, lifetimeValue } = given;
  const view = <T>({ value, rule, because, evidence, arithmetic, reviewAt }: Explained<T>) => ({
    value,
    rule,
    settingsVersion,
    because,
    evidence: evidence.map(({ at, ...shown }) => ({ ...shown, at: iso(at) })),
    arithmetic,
    reviewAt: isoOrNull(reviewAt),
  });
  return {
    contactId,
    asOf: iso(given.asOf),
    status: view(status),
    stage: view(stage),
    score: { ...view(score), grade: score.grade },
    sentiment: { ...view(sentiment), score: sentiment.score },
    vip: view(vip),
    atRisk: view(atRisk),
    bookedFor: { ...view(bookedFor), value: toBookedForView(bookedFor.value) },
    lifetimeValue: view(lifetimeValue),
    reviewAt: isoOrNull(given.reviewAt),
  };
}

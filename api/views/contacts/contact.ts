import { z } from "@hono/zod-openapi";
import { channels, grades, sentimentLevels, sentimentTrends, sources, stages, statuses } from "#core/model/vocabulary.ts";
import { completenessFields, completenessOf } from "#core/rules/contact/completeness.ts";
import { lifetimeValueOf } from "#core/rules/contact/lifetime-value.ts";
import { bookingOf } from "#core/rules/fold/bookings.ts";
import type { TaggedContact } from "#core/usecases/contacts/tagged.ts";
import { iso, isoOrNull, Moment } from "../moment.ts";
import { BookedForView, LifetimeValueView, toBookedForView } from "./agreed.ts";

export const AttributesView = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .meta({ description: "The business's own fields", example: { seats: 4, plan: "family" } });

export const ContactView = z
  .object({
    id: z.string().meta({ example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
    name: z.string().nullable().meta({ example: "Ana Reyes" }),
    email: z.string().nullable().meta({ description: "Lower case", example: "ana@example.com" }),
    phone: z.string().nullable().meta({ description: "E.164", example: "+639171234567" }),
    company: z.string().nullable().meta({ example: "Reyes Catering" }),
    status: z.enum(statuses).meta({ description: "Follows behaviour; cannot be set", example: "qualified" }),
    statusReason: z.string().meta({ description: "Why it has this status", example: "booking_request: “book a table”" }),
    stage: z.enum(stages).meta({ description: "Where in the journey", example: "closing" }),
    score: z.int().min(0).max(100).meta({ description: "Lead score", example: 61 }),
    grade: z.enum(grades).meta({ example: "B" }),
    sentiment: z
      .object({
        score: z.number().min(-1).max(1).nullable().meta({ example: 0.35 }),
        level: z.enum(sentimentLevels).nullable().meta({ example: "positive" }),
        messages: z.int().meta({ description: "Messages that carry a tone", example: 3 }),
        trend: z.enum(sentimentTrends).nullable().meta({ example: "steady" }),
      })
      .meta({ description: "Tone of the customer's messages; null while none carries any" }),
    vip: z.boolean().meta({ example: false }),
    vipReason: z.string().nullable().meta({ example: null }),
    lifetimeValue: LifetimeValueView,
    bookedFor: BookedForView,
    atRisk: z.boolean().meta({ example: false }),
    awaitingReply: z.boolean().meta({ description: "Waits for an answer of ours in one of the conversations", example: false }),
    atRiskReason: z.string().nullable().meta({ example: null }),
    tags: z.array(z.object({ id: z.string(), name: z.string() })).meta({ example: [{ id: "tag_01kaw3v6h0abcdefghjkmnpqrs", name: "wholesale" }] }),
    completeness: z
      .object({ percent: z.int().min(0).max(100), missing: z.array(z.enum(completenessFields)) })
      .meta({ description: "How much of the card is known", example: { percent: 83, missing: ["timeZone"] } }),
    source: z.enum(sources).meta({ description: "Where the contact first came from", example: "chat_widget" }),
    channels: z.array(z.enum(channels)).meta({ description: "Where the contact writes", example: ["web"] }),
    branchId: z.string().nullable().meta({ example: null }),
    ownerId: z.string().nullable().meta({ description: "Member of staff who looks after the contact", example: null }),
    language: z.string().nullable().meta({ description: "ISO 639-1", example: "en" }),
    timeZone: z.string().nullable().meta({ description: "IANA", example: "Asia/Manila" }),
    firstSeenAt: Moment.nullable().meta({ description: "First message from the customer" }),
    lastSeenAt: Moment.nullable().meta({ description: "Last message from the customer" }),
    messageCount: z.int().meta({ description: "In both directions", example: 5 }),
    attributes: AttributesView,
    optedOut: z.boolean().meta({ description: "Receives no marketing and no follow-ups", example: false }),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: "Contact", description: "A person the business chats with" });
export type ContactView = z.infer<typeof ContactView>;

export function toContactView({ contact, tags }: TaggedContact): ContactView {
  const { id, name, email, phone, company, status, stage, score, grade, vip, atRisk, source, channels } = contact;
  const { branchId, ownerId, language, timeZone, messageCount, attributes, optedOut } = contact;
  return {
    id,
    name,
    email,
    phone,
    company,
    status,
    statusReason: contact.statusBecause,
    stage,
    score,
    grade,
    sentiment: {
      score: contact.sentiment,
      level: contact.sentimentLevel,
      messages: contact.state.tonedCount,
      trend: contact.sentimentTrend,
    },
    vip,
    vipReason: contact.vipBecause,
    lifetimeValue: lifetimeValueOf(contact.state),
    bookedFor: toBookedForView(bookingOf(contact.state)),
    atRisk,
    atRiskReason: contact.atRiskBecause,
    awaitingReply: contact.awaitingReply,
    tags: tags.map((tag) => ({ id: tag.id, name: tag.name })),
    completeness: completenessOf(contact),
    source,
    channels,
    branchId,
    ownerId,
    language,
    timeZone,
    firstSeenAt: isoOrNull(contact.firstSeenAt),
    lastSeenAt: isoOrNull(contact.lastSeenAt),
    messageCount,
    attributes,
    optedOut,
    createdAt: iso(contact.createdAt),
    updatedAt: iso(contact.updatedAt),
  };
}

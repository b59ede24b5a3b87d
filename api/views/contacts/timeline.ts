import { z } from "@hono/zod-openapi";
import { alertEventKinds } from "#core/model/alert.ts";
import { consentDecisions, consentSources } from "#core/model/people/consent.ts";
import { causeKinds } from "#core/model/records.ts";
import {
  authors,
  conversationDecisionKinds,
  detailFields,
  directions,
  provenances,
  sources,
  stages,
  statuses,
  transitionKinds,
} from "#core/model/vocabulary.ts";
import type { TimelineEntry } from "#core/usecases/contacts/read-timeline.ts";
import { SummaryView, toSummaryView } from "../messages/alert.ts";
import { iso, Moment } from "../moment.ts";

const entry = { id: z.string().meta({ example: "msg_01kaw3v6h0abcdefghjkmnpqrs" }), at: Moment };
const by = z.string().meta({ description: "Key or member of staff", example: "key_01kaw3v6h0abcdefghjkmnpqrs" });

/** One kind of entry for each kind of row. */
export const TimelineEntryView = z
  .discriminatedUnion("type", [
    z.object({
      ...entry,
      type: z.literal("message"),
      direction: z.enum(directions),
      author: z.enum(authors),
      source: z.enum(sources),
      text: z.string(),
      sentiment: z.number().nullable(),
    }),
    z.object({
      ...entry,
      type: z.literal("action"),
      action: z.string(),
      reference: z.string().nullable(),
      properties: z.record(z.string(), z.unknown()),
    }),
    z.object({
      ...entry,
      type: z.literal("transition"),
      kind: z.enum(transitionKinds),
      from: z.enum([...statuses, ...stages]).nullable(),
      to: z.enum([...statuses, ...stages]),
      reason: z.string(),
      cause: z
        .object({
          kind: z.enum(causeKinds),
          ref: z.string().nullable().meta({ description: "The fact; for settings, their version", example: "msg_01kaw3v6h0abcdefghjkmnpqrs" }),
        })
        .meta({ description: "What made it move" }),
      settingsVersion: z.int().meta({ description: "Version of the settings the rule went by", example: 1 }),
    }),
    z.object({ ...entry, type: z.literal("note"), text: z.string(), by }),
    z.object({ ...entry, type: z.literal("adjustment"), points: z.number(), setTo: z.number().nullable(), reason: z.string(), by }),
    z.object({ ...entry, type: z.literal("stage_change"), stage: z.enum(stages), reason: z.string().nullable(), by }),
    z.object({ ...entry, type: z.literal("edit"), field: z.enum(detailFields), value: z.string().nullable(), provenance: z.enum(provenances), by }),
    z.object({
      ...entry,
      type: z.literal("consent"),
      node: z.string().meta({ description: "The contact it was said to" }),
      decision: z.enum(consentDecisions),
      source: z.enum(consentSources),
      reason: z.string().nullable(),
      quote: z.string().nullable(),
      by,
    }),
    z.object({
      ...entry,
      type: z.literal("conversation"),
      conversationId: z.string(),
      decision: z.enum(conversationDecisionKinds).meta({ description: "What staff decided about the conversation" }),
      summary: SummaryView.nullable().meta({ description: "With a release: the conversation in short" }),
      by,
    }),
    z.object({
      ...entry,
      type: z.literal("alert"),
      alertId: z.string(),
      conversationId: z.string(),
      rule: z.string(),
      what: z.enum(alertEventKinds).meta({ description: "What happened to it" }),
      reason: z.string(),
      by,
    }),
    z.object({ ...entry, type: z.enum(["merge", "unmerge"]), mergeId: z.string(), contactId: z.string(), otherId: z.string(), by }),
  ])
  .meta({ id: "TimelineEntry", description: "Something that happened with a contact" });
type TimelineEntryView = z.infer<typeof TimelineEntryView>;

export function toTimelineEntryView(given: TimelineEntry): TimelineEntryView {
  const common = { id: given.id, at: iso(given.at) };
  switch (given.type) {
    case "message": {
      const { direction, author, source, text, reading } = given.row;
      return { ...common, type: "message", direction, author, source, text, sentiment: reading.sentiment };
    }
    case "action": {
      const { action, reference, properties } = given.row;
      return { ...common, type: "action", action, reference, properties };
    }
    case "transition": {
      const { kind, from, to, because, cause, settingsVersion } = given.row;
      return { ...common, type: "transition", kind, from, to, reason: because, cause, settingsVersion };
    }
    case "note":
      return { ...common, type: "note", text: given.row.text, by: given.row.by };
    case "adjustment": {
      const { points, setTo, reason, by } = given.row;
      return { ...common, type: "adjustment", points, setTo, reason, by };
    }
    case "stage_change": {
      const { stage, reason, by } = given.row;
      return { ...common, type: "stage_change", stage, reason, by };
    }
    case "edit": {
      const { field, value, provenance, by } = given.row;
      return { ...common, type: "edit", field, value, provenance, by };
    }
    case "consent": {
      const { node, decision, source, reason, quote, by } = given.row;
      return { ...common, type: "consent", node, decision, source, reason, quote, by };
    }
    case "conversation": {
      const { conversationId, decision, summary, by } = given.row;
      return { ...common, type: "conversation", conversationId, decision, summary: summary && toSummaryView(summary), by };
    }
    case "alert": {
      const { id: alertId, conversationId, rule, reason } = given.row;
      return { ...common, type: "alert", alertId, conversationId, rule, what: given.event.what, reason, by: given.event.by };
    }
    case "merge":
    case "unmerge": {
      const { id: mergeId, intoId: contactId, fromId: otherId } = given.row;
      return { ...common, type: given.type, mergeId, contactId, otherId, by: given.by };
    }
  }
}

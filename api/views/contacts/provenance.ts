import { z } from "@hono/zod-openapi";
import { detailFields, provenances } from "#core/model/vocabulary.ts";
import type { DetailCandidate } from "#core/rules/contact/details.ts";
import { attributePlace, type PeopleEntry, writerOf } from "#core/rules/contact/people-by.ts";
import type { ContactProvenance } from "#core/usecases/contacts/provenance.ts";
import { iso, isoOrNull, Moment } from "../moment.ts";

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const Source = z.object({
  value: Value.meta({ description: "Null: nothing, or cleared by people", example: "ana@example.com" }),
  provenance: z.enum(provenances).nullable().meta({ description: "Strongest last; null: not kept", example: "detected" }),
  confidence: z.number().min(0).max(1).nullable().meta({ description: "Below 1 for what is detected", example: 0.9 }),
  at: Moment.nullable().meta({ description: "When it was said" }),
  by: z.string().nullable().meta({
    description: "Who wrote a value that has no fact: staff, a key or an import; null: not kept",
    example: "imp_01kaw3v6h0abcdefghjkmnpqrs",
  }),
  fact: z
    .object({
      kind: z.enum(["message", "action", "edit"]).meta({ example: "message" }),
      id: z.string().meta({ example: "msg_01kaw3v6h0abcdefghjkmnpqrs" }),
      quote: z.string().nullable().meta({ description: "The words that say it", example: "my e-mail is ana@example.com" }),
    })
    .nullable()
    .meta({ description: "Where it was said" }),
});

const FieldView = Source.extend({
  locked: z.boolean().meta({ description: "Set by people: nothing detected overwrites it", example: false }),
  candidates: z.array(Source).meta({ description: "Other values that lost, newest first, 10 at most" }),
}).meta({ id: "FieldProvenance" });

type FieldView = z.infer<typeof FieldView>;

/** No history of these fields is stored, only who set them last. */
const byHand = ["ownerId", "branchId", "timeZone", "vip"] as const;

export const ProvenanceView = z
  .object({
    contactId: z.string().meta({ example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
    fields: z.object({
      ...named(detailFields),
      ...named(byHand),
      language: FieldView,
      attributes: z.record(z.string(), FieldView).meta({ description: "One for each key" }),
    }),
  })
  .meta({ id: "Provenance", description: "Who says so, for every field of a contact" });

function named<K extends string>(names: readonly K[]): Record<K, typeof FieldView> {
  // One entry for each name.
  return Object.fromEntries(names.map((name) => [name, FieldView])) as Record<K, typeof FieldView>;
}

const nothing: z.infer<typeof Source> = { value: null, provenance: null, confidence: null, at: null, by: null, fact: null };

function toSource({ candidate, fact }: DetailCandidate): z.infer<typeof Source> {
  const { value, provenance, confidence, at, id, quote } = candidate;
  return { value, provenance, confidence, at: iso(at), by: null, fact: { kind: fact, id, quote } };
}

/** Without an entry it is as old as that: people have set it, unless a message may have (`unknown`). */
function setByHand(value: FieldView["value"], entry: PeopleEntry | null, unknown: FieldView["provenance"] = "human"): FieldView {
  const provenance = entry?.provenance ?? (value === null ? null : unknown);
  const isLocked = entry ? entry.provenance === "human" : value !== null;
  return {
    ...nothing,
    value,
    provenance,
    confidence: entry && 1,
    at: isoOrNull(entry?.at ?? null),
    by: entry?.by ?? null,
    locked: isLocked,
    candidates: [],
  };
}

export function toProvenanceView({ contact, fields }: ContactProvenance): z.infer<typeof ProvenanceView> {
  const { id, ownerId, branchId, timeZone, vipOverride, attributes, peopleBy, language, state } = contact;
  const writer = (place: string) => writerOf(peopleBy, place);
  // Every detail field has its entry in `fields`.
  const details = Object.fromEntries(
    fields.map(({ field, held, lost }): [string, FieldView] => [
      field,
      { ...(held ? toSource(held) : nothing), locked: held?.candidate.provenance === "human", candidates: lost.map(toSource) },
    ]),
  ) as Record<(typeof detailFields)[number], FieldView>;
  const spoken = state.language;
  return {
    contactId: id,
    fields: {
      ...details,
      ownerId: setByHand(ownerId, writer("ownerId")),
      branchId: setByHand(branchId, writer("branchId"), null),
      timeZone: setByHand(timeZone, writer("timeZone")),
      vip: setByHand(vipOverride, writer("vipOverride")),
      language: {
        ...nothing,
        value: language,
        ...(spoken && { provenance: "detected", at: iso(spoken.at), fact: { kind: "message", id: spoken.id, quote: null } }),
        locked: false,
        candidates: [],
      },
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, setByHand(value, writer(attributePlace(key)), null)])),
    },
  };
}

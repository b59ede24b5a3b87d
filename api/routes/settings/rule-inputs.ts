import { z } from "@hono/zod-openapi";
import { type EscalationKind, escalationOnlySchema, escalationRuleSchema, mostMuteMinutes, severities } from "#core/model/escalation.ts";
import { line } from "../inputs.ts";

const only = z
  .strictObject(escalationOnlySchema.shape)
  .meta({ description: "Whom it is for: all lists that are not empty must hold; `branch` and `tag` are ids", example: { channel: ["telegram"] } });

const common = {
  name: line(100).meta({ example: "Talks of a lawyer" }),
  enabled: z.boolean().meta({ example: true }),
  severity: z.enum(severities).meta({ description: "`urgent` mentions who is on duty", example: "high" }),
  muteMinutes: z.int().min(0).max(mostMuteMinutes).meta({
    description: "After an alert of the rule has ended, so long none about the same conversation; who asks for a person is never muted",
    example: 60,
  }),
  only,
};

const id = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{1,39}$/, "is 2 to 40 of a-z, 0-9, - and _, starting with a letter")
  .optional()
  .meta({ description: "By default made of the name", example: "talks_of_a_lawyer" });

const fresh = {
  id,
  name: common.name,
  enabled: common.enabled.optional(),
  severity: common.severity.optional(),
  muteMinutes: common.muteMinutes.optional(),
  only: only.optional(),
};

type KindInput = z.ZodObject<typeof fresh & { kind: z.ZodLiteral<EscalationKind> }, z.core.$strict>;

const inputs = escalationRuleSchema.options.map(({ shape }) => z.strictObject({ ...shape, ...fresh }));

export const RuleInput = z
  // There is at least one kind, and each has these fields beside its own.
  .discriminatedUnion("kind", inputs as unknown as [KindInput, ...KindInput[]])
  .meta({
    id: "NewEscalationRule",
    example: { name: "Talks of a lawyer", kind: "custom", keywords: ["my lawyer", "legal action"], severity: "urgent" },
  });

/** A field that is not given has no value here, whatever its default in a new rule is. */
const withoutDefault = (field: z.ZodType): z.ZodType => (field instanceof z.ZodDefault ? z.optional(field.removeDefault()) : z.optional(field));

const ownFields: Record<string, z.ZodType> = Object.fromEntries(
  escalationRuleSchema.options
    .flatMap(({ shape }) => Object.entries<z.ZodType>(shape))
    .filter(([field]) => field !== "id" && field !== "kind")
    .map(([field, type]) => [field, withoutDefault(type)]),
);

export const RulePatch = z
  .strictObject({ ...ownFields, ...common })
  .partial()
  .meta({
    id: "EscalationRulePatch",
    description: "What is not given stays, `only` is replaced as a whole; what another kind looks for is refused",
    example: { severity: "high", muteMinutes: 120 },
  });

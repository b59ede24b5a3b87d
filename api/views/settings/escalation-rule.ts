import { z } from "@hono/zod-openapi";
import { type EscalationKind, severities } from "#core/model/escalation.ts";
import { channels, frustrationReasons, grades, sources, stages, statuses } from "#core/model/vocabulary.ts";
import { settingsFindingCodes } from "#core/rules/settings/finding.ts";
import type { RuleReport } from "#core/usecases/escalation-rules/rule-report.ts";

const RuleFindingView = z
  .object({
    code: z.enum(settingsFindingCodes).meta({ example: "unknown_intent" }),
    pointer: z.string().meta({ description: "JSON pointer into the rule", example: "/intents/0" }),
    message: z.string().meta({ example: "“parking” is neither built in nor one of ownIntents: it is never found" }),
  })
  .meta({ id: "EscalationRuleFinding", description: "What looks like a mistake, and why" });

const ids = z.array(z.string());

const OnlyView = z
  .object({
    channel: z.array(z.enum(channels)),
    source: z.array(z.enum(sources)),
    status: z.array(z.enum(statuses)),
    stage: z.array(z.enum(stages)),
    grade: z.array(z.enum(grades)),
    branch: ids.meta({ description: "Ids of branches" }),
    tag: ids.meta({ description: "Ids of tags, one of which the contact has" }),
  })
  .meta({
    description: "Whom it is for: all lists that are not empty must hold",
    example: { channel: ["telegram"], source: [], status: [], stage: [], grade: [], branch: [], tag: [] },
  });

const common = {
  id: z.string().meta({ example: "talks_of_a_lawyer" }),
  name: z.string().meta({ example: "Talks of a lawyer" }),
  enabled: z.boolean().meta({ example: true }),
  severity: z.enum(severities).meta({ description: "`urgent` mentions who is on duty", example: "high" }),
  muteMinutes: z.int().meta({ description: "After an alert of the rule has ended, so long none about the same conversation", example: 60 }),
  only: OnlyView,
};

/** What each kind of rule looks for. */
const looksFor = {
  frustration: { kind: z.literal("frustration"), signs: z.array(z.enum(frustrationReasons)).meta({ example: ["complaint", "abuse"] }) },
  cannot_resolve: {
    kind: z.literal("cannot_resolve"),
    asksForPerson: z.boolean().meta({ description: "The customer asks for a person", example: true }),
    asksTwice: z.boolean().meta({ description: "The customer asks the same twice", example: true }),
    weCannot: z.boolean().meta({ description: "Our side says that it cannot help", example: true }),
  },
  unanswered: {
    kind: z.literal("unanswered"),
    minutes: z.int().meta({ description: "Nobody has answered for so many within opening hours", example: 30 }),
  },
  high_value: {
    kind: z.literal("high_value"),
    gradeReached: z.enum(grades).nullable().meta({ example: "A" }),
    scoreReached: z.int().nullable().meta({ example: null }),
    vipWrites: z.boolean().meta({ example: true }),
  },
  custom: {
    kind: z.literal("custom"),
    intents: z.array(z.string()).meta({ example: ["refund_request"] }),
    keywords: z.array(z.string()).meta({ example: ["lawyer"] }),
    sentimentAtMost: z.number().nullable().meta({ description: "A message whose tone is as bad as this, from -1 to 1", example: null }),
  },
} as const satisfies Record<EscalationKind, z.ZodRawShape>;

/** One shape for each kind of rule, each with these fields besides. */
function viewsWith<T extends z.ZodRawShape>(more: T) {
  return z.discriminatedUnion("kind", [
    z.object({ ...common, ...more, ...looksFor.frustration }),
    z.object({ ...common, ...more, ...looksFor.cannot_resolve }),
    z.object({ ...common, ...more, ...looksFor.unanswered }),
    z.object({ ...common, ...more, ...looksFor.high_value }),
    z.object({ ...common, ...more, ...looksFor.custom }),
  ]);
}

export const PresetView = viewsWith({}).meta({
  id: "EscalationRulePreset",
  description: "It can be sent to `POST /v1/escalation-rules` as it is",
});

export const RuleView = viewsWith({ warnings: z.array(RuleFindingView) }).meta({
  id: "EscalationRule",
  description: "Calls staff when it finds what it looks for",
});

export function toRuleView({ rule, warnings }: RuleReport): z.infer<typeof RuleView> {
  return { ...rule, warnings: warnings.map(({ code, pointer, message }) => ({ code, pointer, message })) };
}

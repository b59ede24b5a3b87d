import { z } from "@hono/zod-openapi";
import { escalationRuleSchema } from "#core/model/escalation.ts";
import { settingsFindingCodes } from "#core/rules/settings/finding.ts";
import type { RuleReport } from "#core/usecases/escalation-rules/rule-report.ts";

const RuleFindingView = z
  .object({
    code: z.enum(settingsFindingCodes).meta({ example: "unknown_intent" }),
    pointer: z.string().meta({ description: "JSON pointer into the rule", example: "/intents/0" }),
    message: z.string().meta({ example: "“parking” is neither built in nor one of ownIntents: it is never found" }),
  })
  .meta({ id: "EscalationRuleFinding", description: "What looks like a mistake, and why" });

export const PresetView = escalationRuleSchema.meta({
  id: "EscalationRulePreset",
  description: "It can be sent to `POST /v1/escalation-rules` as it is",
});

export const RuleView = z
  .intersection(escalationRuleSchema, z.object({ warnings: z.array(RuleFindingView) }))
  .meta({ id: "EscalationRule", description: "Calls staff when it finds what it looks for" });

export function toRuleView({ rule, warnings }: RuleReport): z.infer<typeof RuleView> {
  return { ...rule, warnings: warnings.map(({ code, pointer, message }) => ({ code, pointer, message })) };
}

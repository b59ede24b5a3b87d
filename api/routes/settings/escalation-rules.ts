import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { notAudited, settingsScope } from "#api/operations.ts";
import { PageParameters, pageOf, pageOfRows, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { DryRunView, toDryRunView } from "#api/views/settings/escalation-dry-run.ts";
import { PresetView, RuleView, toRuleView } from "#api/views/settings/escalation-rule.ts";
import { escalationPresets } from "#core/rules/escalations/presets.ts";
import { createRule } from "#core/usecases/escalation-rules/create-rule.ts";
import { dryRunNewRule, dryRunRule, mostDays } from "#core/usecases/escalation-rules/dry-run.ts";
import { deleteRule, getRule, listRules } from "#core/usecases/escalation-rules/rules.ts";
import { updateRule } from "#core/usecases/escalation-rules/update-rule.ts";
import { body, json } from "../answers.ts";
import { RuleInput, RulePatch } from "./rule-inputs.ts";

const tags = ["Escalation rules"];
const Params = z.object({ id: z.string().min(1).max(100).meta({ description: "Id of the rule", example: "talks_of_a_lawyer" }) });

const listRoute = createRoute({
  method: "get",
  path: "/escalation-rules",
  operationId: "listEscalationRules",
  tags,
  summary: "List escalation rules",
  description: "What calls staff to a conversation, in the order of the settings.",
  request: { query: PageParameters },
  responses: { 200: json("A page of rules", pageOf(RuleView)), ...problems(401, 403, 422) },
});

const presetsRoute = createRoute({
  method: "get",
  path: "/escalation-rules/presets",
  operationId: "listEscalationRulePresets",
  tags,
  summary: "List ready-made rules",
  description: "Each can be made as it is, or changed first.",
  request: { query: PageParameters },
  responses: { 200: json("A page of rules", pageOf(PresetView)), ...problems(401, 403, 422) },
});

const makeRoute = createRoute({
  method: "post",
  path: "/escalation-rules",
  operationId: "createEscalationRule",
  ...settingsScope,
  tags,
  summary: "Make an escalation rule",
  description:
    "A new version of the settings. It calls staff from the next message on and raises no alert about what was said before. Its name is its own, whatever its case and accents.",
  request: { body: body(RuleInput) },
  responses: { 201: json("The rule", RuleView), ...problems(401, 403, 409, 413, 415, 422, 503) },
});

const readRoute = createRoute({
  method: "get",
  path: "/escalation-rules/{id}",
  operationId: "getEscalationRule",
  tags,
  summary: "Read one escalation rule",
  description: "With what looks like a mistake about it.",
  request: { params: Params },
  responses: { 200: json("The rule", RuleView), ...problems(401, 403, 404, 422) },
});

const updateRoute = createRoute({
  method: "patch",
  path: "/escalation-rules/{id}",
  operationId: "updateEscalationRule",
  ...settingsScope,
  tags,
  summary: "Edit an escalation rule",
  description: "What is not given stays; the kind cannot change. Alerts that are open stay as they are.",
  request: { params: Params, body: body(RulePatch) },
  responses: { 200: json("The rule", RuleView), ...problems(401, 403, 404, 409, 413, 415, 422, 503) },
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/escalation-rules/{id}",
  operationId: "deleteEscalationRule",
  ...settingsScope,
  tags,
  summary: "Delete an escalation rule",
  description: "It calls nobody from now on. Its alerts stay.",
  request: { params: Params },
  responses: { 204: { description: "Deleted" }, ...problems(401, 403, 404, 409, 422, 503) },
});

const days = z
  .int()
  .min(1)
  .max(mostDays)
  .default(7)
  .meta({ description: `So many days back, at most ${mostDays}`, example: 7 });
const aboutDryRun =
  "What the rule would have raised had it been on: stored messages are gone through as they were then, with one open alert for each conversation, which is taken to end with the rule's mute window. Takeovers are left out. Nothing is changed. Reads the contacts who wrote last, at most 20,000 messages; `isComplete` is false when there were more.";

const dryRunRoute = createRoute({
  method: "post",
  path: "/escalation-rules/{id}/dry-run",
  operationId: "dryRunEscalationRule",
  ...notAudited,
  tags,
  summary: "Try a rule on the last days",
  description: aboutDryRun,
  request: { params: Params, body: body(z.strictObject({ days }).meta({ id: "EscalationDryRunSpan" })) },
  responses: { 200: json("What it would have raised", DryRunView), ...problems(401, 403, 404, 409, 413, 415, 422, 503) },
});

const dryRunNewRoute = createRoute({
  method: "post",
  path: "/escalation-rules/dry-run",
  operationId: "dryRunNewEscalationRule",
  ...notAudited,
  tags,
  summary: "Try a new rule on the last days",
  description: aboutDryRun,
  request: { body: body(z.strictObject({ rule: RuleInput, days }).meta({ id: "EscalationDryRunInput" })) },
  responses: { 200: json("What it would have raised", DryRunView), ...problems(401, 403, 409, 413, 415, 422, 503) },
});

export const escalationRules = newRouter()
  .openapi(listRoute, async (c) => {
    const page = pageOfRows(await listRules(c.var.ctx), toPageQuery(c, c.req.valid("query")), ({ rule }) => rule.id);
    return c.json(toPage(c, page, toRuleView), 200);
  })
  .openapi(presetsRoute, async (c) => {
    const page = pageOfRows(escalationPresets, toPageQuery(c, c.req.valid("query")), ({ id }) => id);
    return c.json(
      toPage(c, page, (preset) => preset),
      200,
    );
  })
  .openapi(makeRoute, async (c) => c.json(toRuleView(await createRule(idempotent(c, 201, toRuleView), c.req.valid("json"))), 201))
  .openapi(dryRunNewRoute, async (c) => c.json(toDryRunView(await dryRunNewRule(idempotent(c, 200, toDryRunView), c.req.valid("json"))), 200))
  .openapi(dryRunRoute, async (c) => {
    const asked = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(toDryRunView(await dryRunRule(idempotent(c, 200, toDryRunView), asked)), 200);
  })
  .openapi(readRoute, async (c) => c.json(toRuleView(await getRule(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(updateRoute, async (c) => c.json(toRuleView(await updateRule(c.var.ctx, { ...c.req.valid("json"), ...c.req.valid("param") })), 200))
  .openapi(deleteRoute, async (c) => {
    await deleteRule(c.var.ctx, c.req.valid("param"));
    return c.body(null, 204);
  });

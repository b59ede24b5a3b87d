import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { settingsScope } from "#api/operations.ts";
import { idParameter, PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { PlanChangeView, PlanView, toPlanChangeView, toPlanView } from "#api/views/settings/plan.ts";
import { applyPlan } from "#core/usecases/settings/apply-plan.ts";
import type { PlanReport } from "#core/usecases/settings/plan-report.ts";
import { planSettings } from "#core/usecases/settings/plan-settings.ts";
import { getPlan, listPlanChanges, listPlans } from "#core/usecases/settings/plans.ts";
import { body, json } from "../answers.ts";
import { SettingsInput } from "./input.ts";

const tags = ["Settings"];
const Params = z.object({ id: idParameter("plan", "pln") });
const PlanInput = z.strictObject({ settings: SettingsInput }).meta({ id: "SettingsDraft" });
const ApplyInput = z
  .strictObject({
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, "is the hash of a complete plan: 64 hexadecimal digits")
      .meta({ example: "5f2c1a8e9d3b4c6f7081a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f7" }),
  })
  .meta({ id: "SettingsApplication" });

const planRoute = createRoute({
  method: "post",
  path: "/settings/plan",
  operationId: "planSettings",
  ...settingsScope,
  tags,
  summary: "See who would change under other settings",
  description:
    "Takes the whole document; what is left out has its default. Decides every contact again under it, and changes nobody. Where that takes longer than a moment it goes on in the background.",
  request: { body: body(PlanInput) },
  responses: {
    200: json("The plan, complete", PlanView),
    202: json("The plan so far: read it again, or follow its operation", PlanView),
    ...problems(401, 403, 409, 410, 413, 415, 422, 503),
  },
});

const applyRoute = createRoute({
  method: "post",
  path: "/settings/apply",
  operationId: "applySettings",
  ...settingsScope,
  tags,
  summary: "Make a plan's settings the current ones",
  description:
    "Takes the hash of a complete plan. A conflict when the settings that the plan began from are no longer current; new messages are none: contacts that they changed are decided anew and counted apart.",
  request: { body: body(ApplyInput) },
  responses: {
    200: json("Applied, and every contact brought to it", PlanView),
    202: json("Applied; contacts are being brought to it", PlanView),
    ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503),
  },
});

const listRoute = createRoute({
  method: "get",
  path: "/settings/plans",
  operationId: "listSettingsPlans",
  tags,
  summary: "List plans of settings, newest first",
  description: "Those that were applied, too.",
  request: { query: PageParameters },
  responses: { 200: json("A page of plans", pageOf(PlanView)), ...problems(401, 403, 422) },
});

const readRoute = createRoute({
  method: "get",
  path: "/settings/plans/{id}",
  operationId: "getSettingsPlan",
  tags,
  summary: "Read one plan of settings",
  description: "How far it is, what would change, and, once it is applied, what became of it.",
  request: { params: Params },
  responses: { 200: json("The plan", PlanView), ...problems(401, 403, 404, 422) },
});

const changesRoute = createRoute({
  method: "get",
  path: "/settings/plans/{id}/changes",
  operationId: "listSettingsPlanChanges",
  tags,
  summary: "List the contacts that would change",
  description: "By id, each with what it is, what it would be, and why.",
  request: { params: Params, query: PageParameters },
  responses: { 200: json("A page of changes", pageOf(PlanChangeView)), ...problems(401, 403, 404, 422) },
});

const planned = ({ operation }: PlanReport) => (operation.finishedAt === null ? 202 : 200);
const applied = ({ apply }: PlanReport) => (apply?.finishedAt == null ? 202 : 200);

export const settingsPlans = newRouter()
  .openapi(planRoute, async (c) => {
    const report = await planSettings(idempotent(c, planned, toPlanView), { document: c.req.valid("json").settings });
    return c.json(toPlanView(report), planned(report));
  })
  .openapi(applyRoute, async (c) => {
    const report = await applyPlan(idempotent(c, applied, toPlanView), c.req.valid("json"));
    return c.json(toPlanView(report), applied(report));
  })
  .openapi(listRoute, async (c) => {
    const page = await listPlans(c.var.ctx, toPageQuery(c, c.req.valid("query")));
    return c.json(toPage(c, page, toPlanView), 200);
  })
  .openapi(readRoute, async (c) => c.json(toPlanView(await getPlan(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(changesRoute, async (c) => {
    const page = await listPlanChanges(c.var.ctx, { ...c.req.valid("param"), page: toPageQuery(c, c.req.valid("query")) });
    return c.json(toPage(c, page, toPlanChangeView), 200);
  });

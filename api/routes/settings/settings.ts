import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { notAudited, settingsScope } from "#api/operations.ts";
import { numberParameter, PageParameters, pageOf, pageOfRows, toPage, toPageQuery, wholeList } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import * as views from "#api/views/settings/settings.ts";
import { checkSettings } from "#core/usecases/settings/check-settings.ts";
import { getSettings } from "#core/usecases/settings/get-settings.ts";
import { replaceSettings } from "#core/usecases/settings/replace-settings.ts";
import { getSettingsTemplate, listSettingsTemplates } from "#core/usecases/settings/settings-templates.ts";
import { body, json } from "../answers.ts";
import { SettingsDraft, SettingsInput } from "./input.ts";

const tags = ["Settings"];
const VersionParameter = z.strictObject({
  version: numberParameter(z.int().min(1)).optional().meta({ description: "An older version; by default the current one", example: 1 }),
});
const TypeParameter = z.object({
  type: z.string().min(1).max(100).meta({ description: "Kind of business, as in the list", example: "appointments" }),
});

const readRoute = createRoute({
  method: "get",
  path: "/settings",
  operationId: "getSettings",
  tags,
  summary: "Read the agent's settings",
  description: "Thresholds, signals, grades, sentiment bands, stages, flags, follow-ups and contact policy; of an older version too.",
  request: { query: VersionParameter },
  responses: { 200: json("The document and its version", views.SettingsView), ...problems(401, 403, 404, 422) },
});

const replaceRoute = createRoute({
  method: "put",
  path: "/settings",
  operationId: "replaceSettings",
  ...settingsScope,
  tags,
  summary: "Replace the settings",
  description:
    "The whole document, made from the current version: when that is no longer current, it is a conflict. The versions of signals are kept here. Contacts are decided again when they are touched next, the others in the background.",
  request: {
    body: body(
      z
        .strictObject({
          version: z.int().min(1).meta({ description: "The version that the document was made from", example: 1 }),
          settings: SettingsInput,
        })
        .meta({ id: "SettingsReplacement" }),
    ),
  },
  responses: { 200: json("The document, its version and warnings", views.SettingsReportView), ...problems(401, 403, 409, 413, 415, 422, 503) },
});

const lintRoute = createRoute({
  method: "post",
  path: "/settings/lint",
  operationId: "lintSettings",
  ...notAudited,
  ...settingsScope,
  tags,
  summary: "Look settings over",
  description: "What would be wrong with a document, and what looks like a mistake. Nothing is changed; empty when all is well.",
  request: { body: body(SettingsDraft) },
  responses: { 200: json("All findings, errors first", pageOf(views.SettingsFindingView)), ...problems(401, 403, 409, 413, 415, 422, 503) },
});

const templatesRoute = createRoute({
  method: "get",
  path: "/settings/templates",
  operationId: "listSettingsTemplates",
  tags,
  summary: "List templates of settings",
  description: "One for each kind of business, with how much it would change.",
  request: { query: PageParameters },
  responses: { 200: json("A page of templates", pageOf(views.SettingsTemplateEntry)), ...problems(401, 403, 422) },
});

const templateRoute = createRoute({
  method: "get",
  path: "/settings/templates/{type}",
  operationId: "getSettingsTemplate",
  tags,
  summary: "Read a template of settings",
  description: "A whole document, to be planned or put. Zone, region, greeting and all that is not about scoring and status stay the agent's own.",
  request: { params: TypeParameter },
  responses: { 200: json("The document and what it is for", views.SettingsTemplateView), ...problems(401, 403, 404, 422) },
});

const toFindings = (findings: Awaited<ReturnType<typeof checkSettings>>) => wholeList(findings, (finding) => finding);

export const settings = newRouter()
  .openapi(readRoute, async (c) => c.json(views.toSettingsView(await getSettings(c.var.ctx, c.req.valid("query"))), 200))
  .openapi(replaceRoute, async (c) => {
    const { version, settings: document } = c.req.valid("json");
    return c.json(views.toSettingsReportView(await replaceSettings(c.var.ctx, { version, document })), 200);
  })
  .openapi(lintRoute, async (c) =>
    c.json(toFindings(await checkSettings(idempotent(c, 200, toFindings), { document: c.req.valid("json").settings })), 200),
  )
  .openapi(templatesRoute, async (c) => {
    const page = pageOfRows(await listSettingsTemplates(c.var.ctx), toPageQuery(c, c.req.valid("query")), ({ type }) => type);
    return c.json(toPage(c, page, views.toTemplateEntry), 200);
  })
  .openapi(templateRoute, async (c) => c.json(views.toTemplateView(await getSettingsTemplate(c.var.ctx, c.req.valid("param"))), 200));

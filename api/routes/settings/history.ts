import { createRoute, z } from "@hono/zod-openapi";
import { numberParameter, PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { SettingsComparisonView, SettingsVersionView, toComparisonView, toVersionView } from "#api/views/settings/history.ts";
import { compareSettings } from "#core/usecases/settings/compare-settings.ts";
import { settingsHistory as readHistory } from "#core/usecases/settings/settings-history.ts";
import { json } from "../answers.ts";

const tags = ["Settings"];
const version = numberParameter(z.int().min(1));
const DiffParameters = z.strictObject({
  from: version.meta({ description: "Version before", example: 1 }),
  to: version.optional().meta({ description: "Version after; by default the current one", example: 2 }),
});

const historyRoute = createRoute({
  method: "get",
  path: "/settings/history",
  operationId: "listSettingsVersions",
  tags,
  summary: "List versions of the settings",
  description: "Newest first: when each was made, and by whom.",
  request: { query: PageParameters },
  responses: { 200: json("A page of versions", pageOf(SettingsVersionView)), ...problems(401, 403, 422) },
});

const diffRoute = createRoute({
  method: "get",
  path: "/settings/diff",
  operationId: "compareSettings",
  tags,
  summary: "Compare two versions of the settings",
  description: "Every field that differs; signals are compared by id and own intents by name.",
  request: { query: DiffParameters },
  responses: { 200: json("The differences", SettingsComparisonView), ...problems(401, 403, 404, 422) },
});

export const settingsHistory = newRouter()
  .openapi(historyRoute, async (c) => {
    const page = await readHistory(c.var.ctx, toPageQuery(c, c.req.valid("query")));
    return c.json(toPage(c, page, toVersionView), 200);
  })
  .openapi(diffRoute, async (c) => c.json(toComparisonView(await compareSettings(c.var.ctx, c.req.valid("query"))), 200));

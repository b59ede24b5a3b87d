import { createRoute, z } from "@hono/zod-openapi";
import { settingsSchema } from "#core/model/settings.ts";
import { getSettings } from "#core/usecases/settings/get-settings.ts";
import { problems } from "../problem.ts";
import { newRouter } from "../router.ts";
import { json } from "./answers.ts";

const SettingsView = z
  .object({ version: z.int().meta({ description: "Counts up with each change", example: 1 }), settings: settingsSchema })
  .meta({ id: "Settings" });

const readRoute = createRoute({
  method: "get",
  path: "/settings",
  operationId: "getSettings",
  tags: ["Settings"],
  summary: "Read the agent's settings",
  description: "Thresholds, signals, grades, sentiment bands, stages and flags.",
  responses: { 200: json("The document and its version", SettingsView), ...problems(401, 403) },
});

export const settings = newRouter().openapi(readRoute, async (c) => {
  const { version, document } = await getSettings(c.var.ctx);
  return c.json({ version, settings: document }, 200);
});

import { createRoute, z } from "@hono/zod-openapi";
import { fail } from "#core/errors.ts";
import type { Metrics } from "../metrics.ts";
import { problems } from "../problem.ts";
import { newRouter } from "../router.ts";
import { json } from "./answers.ts";

const common = { tags: ["Operation"], security: [] };

const healthRoute = createRoute({
  ...common,
  method: "get",
  path: "/health",
  operationId: "getHealth",
  summary: "Is the process alive?",
  description: "200 as long as it answers at all.",
  responses: { 200: json("Alive", z.object({ status: z.literal("ok") })) },
});

const readyRoute = createRoute({
  ...common,
  method: "get",
  path: "/ready",
  operationId: "getReadiness",
  summary: "Can it take requests?",
  description: "The database answers.",
  responses: { 200: json("Ready", z.object({ status: z.literal("ready") })), ...problems(503) },
});

const metricsRoute = createRoute({
  tags: ["Operation"],
  method: "get",
  path: "/metrics",
  operationId: "getMetrics",
  summary: "Metrics for Prometheus",
  description: "With METRICS_TOKEN as the bearer key, when one is set.",
  responses: { 200: { description: "Text exposition format", content: { "text/plain": { schema: z.string() } } }, ...problems(401, 404) },
});

export type Operation = { ready(): Promise<boolean>; metrics: Metrics | null; metricsToken: string | null };

/** For those who run the server; open to everybody but for the metrics. */
export function operationRoutes({ ready, metrics, metricsToken }: Operation) {
  return newRouter()
    .openapi(healthRoute, (c) => c.json({ status: "ok" as const }, 200))
    .openapi(readyRoute, async (c) => {
      if (!(await ready())) return fail("unavailable", "the database does not answer");
      return c.json({ status: "ready" as const }, 200);
    })
    .openapi(metricsRoute, async (c) => {
      if (metricsToken !== null && c.req.header("authorization") !== `Bearer ${metricsToken}`) return fail("unauthorized", "send the metrics token");
      if (!metrics) return fail("not_found", "metrics are off");
      return c.text(await metrics.render(), 200, { "content-type": metrics.contentType });
    });
}

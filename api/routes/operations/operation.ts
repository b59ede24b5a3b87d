import { createRoute, z } from "@hono/zod-openapi";
import type { Metrics } from "#api/metrics.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { iso, Moment } from "#api/views/moment.ts";
import { fail } from "#core/errors.ts";
import { json } from "../answers.ts";

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

const Degraded = z
  .object({
    part: z.literal("slack").meta({ example: "slack" }),
    since: Moment,
    detail: z.string().meta({ description: "The platform's own word for it", example: "token_revoked" }),
  })
  .meta({ description: "A part that does not work: what it should do waits" });

const readyRoute = createRoute({
  ...common,
  method: "get",
  path: "/ready",
  operationId: "getReadiness",
  summary: "Can it take requests?",
  description: "The database answers. What else is not as it should be is named beside it: the rest works without.",
  responses: { 200: json("Ready", z.object({ status: z.literal("ready"), degraded: z.array(Degraded) })), ...problems(503) },
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

type ServiceFault = { since: number; code: string };
export type ServiceState = { ready(): Promise<boolean>; metrics: Metrics | null; metricsToken: string | null; faults(): ServiceFault[] };

/** For those who run the server; open to everybody but for the metrics. */
export function operationRoutes({ ready, metrics, metricsToken, faults }: ServiceState) {
  return newRouter()
    .openapi(healthRoute, (c) => c.json({ status: "ok" as const }, 200))
    .openapi(readyRoute, async (c) => {
      if (!(await ready())) return fail("unavailable", "the database does not answer");
      const degraded = faults().map(({ since, code }) => ({ part: "slack" as const, since: iso(since), detail: code }));
      return c.json({ status: "ready" as const, degraded }, 200);
    })
    .openapi(metricsRoute, async (c) => {
      if (metricsToken !== null && c.req.header("authorization") !== `Bearer ${metricsToken}`) return fail("unauthorized", "send the metrics token");
      if (!metrics) return fail("not_found", "metrics are off");
      return c.text(await metrics.render(), 200, { "content-type": metrics.contentType });
    });
}

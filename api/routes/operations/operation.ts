import { createRoute, z } from "@hono/zod-openapi";
import type { Metrics } from "#api/metrics.ts";
import { problems } from "#api/problem.ts";
import { checkStates, type Readiness, type ReadinessCheck } from "#api/readiness.ts";
import { newRouter } from "#api/router.ts";
import { iso, Moment } from "#api/views/moment.ts";
import { fail } from "#core/errors.ts";
import { isSameSecret } from "#core/rules/same-secret.ts";
import { setupTaskCodes } from "#core/rules/settings/setup-tasks.ts";
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

const CheckView = z.object({
  state: z.enum(checkStates).meta({ description: "`off`: not there and not asked for; `degraded`: part of it works", example: "starting" }),
  since: Moment.meta({ description: "When the state was first seen" }),
  detail: z.string().nullable().meta({ example: "the queue is still being opened" }),
});

const SetupTaskView = z
  .object({
    code: z.enum(setupTaskCodes).meta({ example: "region" }),
    pointer: z.string().meta({ description: "JSON pointer into the settings", example: "/region" }),
    detail: z
      .string()
      .meta({ description: "What is assumed so far, and what to set", example: "is not set: set the country of the business, like PH" }),
  })
  .meta({ description: "What the settings of the default agent do not say yet" });

const ReadinessView = z
  .object({
    status: z.literal("ready"),
    degraded: z.array(Degraded),
    checks: z.object({ database: CheckView, queue: CheckView, channels: CheckView, staffChat: CheckView }),
    todo: z.array(SetupTaskView),
  })
  .meta({ id: "Readiness" });

const readyRoute = createRoute({
  ...common,
  method: "get",
  path: "/ready",
  operationId: "getReadiness",
  summary: "Can it take requests?",
  description:
    "200 when the database answers, else a problem that has `checks` too. What else is not as it should be is named in `checks`: the rest works without. It answers within seconds, whatever hangs.",
  responses: { 200: json("Ready", ReadinessView), ...problems(503) },
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
export type ServiceState = { ready(): Promise<Readiness>; metrics: Metrics | null; metricsToken: string | null; faults(): ServiceFault[] };

/** For those who run the server; open to everybody but for the metrics. */
export function operationRoutes({ ready, metrics, metricsToken, faults }: ServiceState) {
  return newRouter()
    .openapi(healthRoute, (c) => c.json({ status: "ok" as const }, 200))
    .openapi(readyRoute, async (c) => {
      const readiness = await ready();
      const { database, queue, channels, staffChat } = readiness.checks;
      const checks = { database: checkView(database), queue: checkView(queue), channels: checkView(channels), staffChat: checkView(staffChat) };
      if (database.state !== "ok") return fail("unavailable", database.detail ?? "the database does not answer", { checks });
      const degraded = faults().map(({ since, code }) => ({ part: "slack" as const, since: iso(since), detail: code }));
      return c.json({ status: "ready" as const, degraded, checks, todo: readiness.todo }, 200);
    })
    .openapi(metricsRoute, async (c) => {
      const given = c.req.header("authorization") ?? "";
      if (metricsToken !== null && !isSameSecret(given, `Bearer ${metricsToken}`)) return fail("unauthorized", "send the metrics token");
      if (!metrics) return fail("not_found", "metrics are off");
      return c.text(await metrics.render(), 200, { "content-type": metrics.contentType });
    });
}

function checkView({ state, since, detail }: ReadinessCheck): z.infer<typeof CheckView> {
  return { state, since: iso(since), detail };
}

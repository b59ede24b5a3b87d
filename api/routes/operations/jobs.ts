import { createRoute, z } from "@hono/zod-openapi";
import { backgroundOf } from "#api/background.ts";
import { PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { iso, Moment } from "#api/views/moment.ts";
import { fail } from "#core/errors.ts";
import type { FailedJob } from "#core/ports/queue.ts";
import { json } from "../answers.ts";

const tags = ["Jobs"];

const FailedJobView = z
  .object({
    id: z.string().meta({ example: "019ab7d2-6c00-7cc1-8bd1-64d0d6a0f1aa" }),
    type: z.string().meta({ example: "delivery.send" }),
    payload: z.record(z.string(), z.string()).meta({ description: "Ids only", example: { deliveryId: "dlv_01kaw3v6h0abcdefghjkmnpqrs" } }),
    attempts: z.int().meta({ example: 21 }),
    error: z.string().meta({ description: "A code or the name of an error", example: "unavailable" }),
    failedAt: Moment,
  })
  .meta({ id: "FailedJob", description: "Work that has used up its tries" });

function toFailedJobView({ id, type, payload, attempts, error, failedAt }: FailedJob): z.infer<typeof FailedJobView> {
  return { id, type, payload, attempts, error, failedAt: iso(failedAt) };
}

const listRoute = createRoute({
  method: "get",
  path: "/jobs/failed",
  operationId: "listFailedJobs",
  tags,
  summary: "Jobs that have failed for good, newest first",
  description: "They are kept for two weeks.",
  request: { query: PageParameters },
  responses: { 200: json("A page of failed jobs", pageOf(FailedJobView)), ...problems(401, 403, 422, 503) },
});

const retryRoute = createRoute({
  method: "post",
  path: "/jobs/{id}/retry",
  operationId: "retryJob",
  tags,
  summary: "Try a failed job again",
  description: "It is handed out at once, with fresh tries. Repeating the request is harmless.",
  request: {
    params: z.object({ id: z.string().min(1).max(100).meta({ description: "Id of the job", example: "019ab7d2-6c00-7cc1-8bd1-64d0d6a0f1aa" }) }),
  },
  responses: { 204: { description: "Put back" }, ...problems(401, 403, 404, 409, 410, 422, 503) },
});

export const jobs = newRouter()
  .openapi(listRoute, async (c) => {
    const page = await backgroundOf(c).queue.failed(c.var.ctx.store.agentId, toPageQuery(c, c.req.valid("query")));
    return c.json(toPage(c, page, toFailedJobView), 200);
  })
  .openapi(retryRoute, async (c) => {
    const { id } = c.req.valid("param");
    if (!(await backgroundOf(c).queue.retry(c.var.ctx.store.agentId, id))) fail("not_found", `there is no failed job ${id}`);
    return c.body(null, 204);
  });

import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { idParameter, PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { OperationView, toOperationView } from "#api/views/operations/operation.ts";
import { cancelOperation } from "#core/usecases/operations/cancel-operation.ts";
import { getOperation, listOperations } from "#core/usecases/operations/operations.ts";
import { json } from "../answers.ts";

const tags = ["Operations"];
const Params = z.object({ id: idParameter("operation", "op") });

const listRoute = createRoute({
  method: "get",
  path: "/operations",
  operationId: "listOperations",
  tags,
  summary: "List operations, newest first",
  description: "Those that have ended, too.",
  request: { query: PageParameters },
  responses: { 200: json("A page of operations", pageOf(OperationView)), ...problems(401, 403, 422) },
});

const readRoute = createRoute({
  method: "get",
  path: "/operations/{id}",
  operationId: "getOperation",
  tags,
  summary: "Read one operation",
  description: "How far it has come: `done` of `total`.",
  request: { params: Params },
  responses: { 200: json("The operation", OperationView), ...problems(401, 403, 404, 422) },
});

const cancelRoute = createRoute({
  method: "post",
  path: "/operations/{id}/cancel",
  operationId: "cancelOperation",
  tags,
  summary: "Stop an operation",
  description: "What is done stays done. One that has completed or failed is a conflict.",
  request: { params: Params },
  responses: { 200: json("The operation as it is now", OperationView), ...problems(401, 403, 404, 409, 410, 422, 503) },
});

export const operations = newRouter()
  .openapi(listRoute, async (c) => {
    const page = await listOperations(c.var.ctx, toPageQuery(c, c.req.valid("query")));
    return c.json(toPage(c, page, toOperationView), 200);
  })
  .openapi(readRoute, async (c) => c.json(toOperationView(await getOperation(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(cancelRoute, async (c) => c.json(toOperationView(await cancelOperation(idempotent(c, 200, toOperationView), c.req.valid("param"))), 200));

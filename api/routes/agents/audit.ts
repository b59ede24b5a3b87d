import { createRoute, z } from "@hono/zod-openapi";
import { adminOnly } from "#api/operations.ts";
import { pageOf, pageParameters, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { AuditView, toAuditView } from "#api/views/staff.ts";
import { listAudit } from "#core/usecases/audit/list-audit.ts";
import { json } from "../answers.ts";

const listRoute = createRoute({
  tags: ["Staff"],
  ...adminOnly,
  method: "get",
  path: "/audit",
  operationId: "listAudit",
  summary: "What was done, and by whom",
  description: "Newest first; actions of staff and of keys, without anybody's words.",
  request: {
    query: z.strictObject({
      ...pageParameters,
      actorId: z
        .string()
        .min(1)
        .max(100)
        .optional()
        .meta({ description: "Of a member of staff or a key", example: "stf_01kaw3v6h0abcdefghjkmnpqrs" }),
      action: z.string().min(1).max(100).optional().meta({ example: "followup.approve" }),
      subjectId: z.string().min(1).max(100).optional().meta({ description: "What it was done to", example: "fup_01kaw3v6h0abcdefghjkmnpqrs" }),
    }),
  },
  responses: { 200: json("A page of entries", pageOf(AuditView)), ...problems(401, 403, 422) },
});

export const audit = newRouter().openapi(listRoute, async (c) => {
  const { limit, cursor, ...filter } = c.req.valid("query");
  const page = await listAudit(c.var.ctx, filter, toPageQuery(c, c.req.valid("query")));
  return c.json(toPage(c, page, toAuditView), 200);
});

import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { adminOnly } from "#api/operations.ts";
import { idParameter, PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { StaffView, toStaffView } from "#api/views/staff.ts";
import { roles } from "#core/model/staff.ts";
import { inviteStaff } from "#core/usecases/staff/invite.ts";
import { getStaff, listStaff } from "#core/usecases/staff/members.ts";
import { removeStaff } from "#core/usecases/staff/remove.ts";
import { updateStaff } from "#core/usecases/staff/update.ts";
import { body, json } from "../answers.ts";
import { line } from "../inputs.ts";
import { slackTeamId, slackUserId } from "./slack-ids.ts";

const common = { tags: ["Staff"], ...adminOnly };
const Params = z.object({ id: idParameter("staff member", "stf") });
const name = line(100).meta({ example: "Maria Santos" });
const email = z.string().min(3).max(254).meta({ description: "As in their Slack profile", example: "maria@example.com" });
const role = z
  .enum(roles)
  .meta({ description: "viewer sees, agent decides and answers, manager changes settings and sends broadcasts, admin all", example: "agent" });

const listRoute = createRoute({
  ...common,
  method: "get",
  path: "/staff",
  operationId: "listStaff",
  summary: "List staff",
  description: "By name; those removed too.",
  request: { query: PageParameters },
  responses: { 200: json("A page of staff", pageOf(StaffView)), ...problems(401, 403, 422) },
});

const inviteRoute = createRoute({
  ...common,
  method: "post",
  path: "/staff",
  operationId: "inviteStaff",
  "x-audit": "staff.invite",
  summary: "Put somebody on the staff",
  description: "With an e-mail address they are known in Slack the first time they press something; with a Slack user id at once.",
  request: {
    body: body(
      z
        .strictObject({
          name,
          email: email.optional(),
          role: role.default("agent"),
          slackUserId: slackUserId.optional(),
          teamId: slackTeamId.optional(),
        })
        .meta({ id: "NewStaffMember", example: { name: "Maria Santos", email: "maria@hotel.example", role: "agent" } }),
    ),
  },
  responses: { 201: json("On the staff", StaffView), ...problems(401, 403, 409, 413, 415, 422, 503) },
});

const readRoute = createRoute({
  ...common,
  method: "get",
  path: "/staff/{id}",
  operationId: "getStaffMember",
  summary: "Read one member of the staff",
  description: "Also one who was removed.",
  request: { params: Params },
  responses: { 200: json("The member", StaffView), ...problems(401, 403, 404, 422) },
});

const updateRoute = createRoute({
  ...common,
  method: "patch",
  path: "/staff/{id}",
  operationId: "updateStaffMember",
  "x-audit": "staff.update",
  summary: "Change a member of the staff",
  description: "A new role counts from the next press on. `slackUserId` null: they are known by their e-mail address again.",
  request: {
    params: Params,
    body: body(
      z
        .strictObject({ name, email: email.nullable(), role, slackUserId: slackUserId.nullable(), teamId: slackTeamId })
        .partial()
        .meta({ id: "StaffChange", example: { name: "Maria Santos", role: "manager" } }),
    ),
  },
  responses: { 200: json("The member", StaffView), ...problems(401, 403, 404, 409, 413, 415, 422, 503) },
});

const removeRoute = createRoute({
  ...common,
  method: "delete",
  path: "/staff/{id}",
  operationId: "removeStaffMember",
  "x-audit": "staff.remove",
  summary: "Take somebody off the staff",
  description: "They can do nothing any more; what they have done keeps their name. The last admin cannot be removed.",
  request: { params: Params },
  responses: { 200: json("The removed member", StaffView), ...problems(401, 403, 404, 409, 422, 503) },
});

export const staff = newRouter()
  .openapi(listRoute, async (c) => {
    const page = await listStaff(c.var.ctx, toPageQuery(c, c.req.valid("query")));
    return c.json(toPage(c, page, toStaffView), 200);
  })
  .openapi(inviteRoute, async (c) => {
    const ctx = idempotent(c, 201, toStaffView);
    return c.json(toStaffView(await inviteStaff(ctx, c.req.valid("json"))), 201);
  })
  .openapi(readRoute, async (c) => c.json(toStaffView(await getStaff(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(updateRoute, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(toStaffView(await updateStaff(c.var.ctx, { id, ...c.req.valid("json") })), 200);
  })
  .openapi(removeRoute, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(toStaffView(await removeStaff(c.var.ctx, { id })), 200);
  });

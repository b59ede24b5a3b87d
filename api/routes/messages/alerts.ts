import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { commaList, commaNames, idParameter, pageOf, pageParameters, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import type { ApiContext } from "#api/types.ts";
import { AlertDetailView, AlertView, toAlertDetailView, toAlertView } from "#api/views/messages/alert.ts";
import { type AlertFilter, type AlertRecord, alertStates } from "#core/model/alert.ts";
import { mostMuteMinutes, severities } from "#core/model/escalation.ts";
import type { Context } from "#core/ports/context.ts";
import { acknowledgeAlert, dismissAlert, mostReason, resolveAlert } from "#core/usecases/alerts/decide-alert.ts";
import { readAlert } from "#core/usecases/alerts/describe-alert.ts";
import { listAlerts } from "#core/usecases/alerts/list-alerts.ts";
import { releaseAlert, takeOverAlert } from "#core/usecases/alerts/take-over-alert.ts";
import { body, json } from "../answers.ts";
import { line } from "../inputs.ts";

const tags = ["Alerts"];
const Params = z.object({ id: idParameter("alert", "alt") });
const id = (what: string) =>
  z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: `Only of this ${what}` });

const ListQuery = z.strictObject({
  state: commaList(alertStates, "Any of these states; `open,acknowledged,taken_over` have not ended"),
  severity: commaList(severities, "Any of these severities"),
  rule: commaNames("Raised by any of these escalation rules, by id"),
  branch: commaNames("Of any of these branches, by id; `none`: of none"),
  owner: commaNames("Acknowledged or taken over by any of these members of staff, by id; `none`: by nobody"),
  contactId: id("contact"),
  conversationId: id("conversation"),
  ...pageParameters,
});

const listRoute = createRoute({
  method: "get",
  path: "/alerts",
  operationId: "listAlerts",
  tags,
  summary: "Where staff are called",
  description: "Newest first. `state=open` is what nobody has reacted to.",
  request: { query: ListQuery },
  responses: { 200: json("A page of alerts", pageOf(AlertView)), ...problems(401, 403, 422) },
});

const readRoute = createRoute({
  method: "get",
  path: "/alerts/{id}",
  operationId: "getAlert",
  tags,
  summary: "Read one alert",
  description: "With the conversation so far, in words and in short, and what happened to the alert.",
  request: { params: Params },
  responses: { 200: json("The alert", AlertDetailView), ...problems(401, 403, 404, 422) },
});

const changed = { 200: json("The alert as it is now", AlertView), ...problems(401, 403, 404, 409, 410, 422, 503) };

const acknowledgeRoute = createRoute({
  method: "post",
  path: "/alerts/{id}/acknowledge",
  operationId: "acknowledgeAlert",
  tags,
  summary: "Say that somebody has seen an alert",
  description: "Nobody is reminded of it any more. Whoever is first looks after it.",
  request: { params: Params },
  responses: changed,
});

const takeOverRoute = createRoute({
  method: "post",
  path: "/alerts/{id}/take-over",
  operationId: "takeOverAlert",
  tags,
  summary: "Take the conversation of an alert over",
  description:
    "The bot is silent there until it is released. All open alerts of the conversation are taken over with it. Somebody else's is a conflict that names them.",
  request: { params: Params },
  responses: changed,
});

const releaseRoute = createRoute({
  method: "post",
  path: "/alerts/{id}/release",
  operationId: "releaseAlert",
  tags,
  summary: "Give the conversation of an alert back",
  description: "The bot may speak there again. The alert stays acknowledged until it is resolved.",
  request: { params: Params },
  responses: changed,
});

const resolveRoute = createRoute({
  method: "post",
  path: "/alerts/{id}/resolve",
  operationId: "resolveAlert",
  tags,
  summary: "Say that what an alert called for is done",
  description: "A takeover of the conversation goes on until it is released, so that the bot does not speak in between.",
  request: { params: Params },
  responses: changed,
});

const dismissRoute = createRoute({
  method: "post",
  path: "/alerts/{id}/dismiss",
  operationId: "dismissAlert",
  tags,
  summary: "Say that an alert called for nothing",
  description: "With `muteMinutes` its rule raises no new alert about this conversation for so long; a customer who asks for a person always does.",
  request: {
    params: Params,
    body: body(
      z
        .strictObject({
          reason: line(mostReason).optional().meta({ description: "For the record", example: "they were joking" }),
          muteMinutes: z.int().min(0).max(mostMuteMinutes).optional().meta({ example: 60 }),
        })
        .meta({ id: "AlertDismissal" }),
    ),
  },
  responses: { ...changed, ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

function toFilter({ state, severity, rule, branch, owner, contactId, conversationId }: z.output<typeof ListQuery>): AlertFilter {
  return {
    ...(state && { state }),
    ...(severity && { severity }),
    ...(rule && { rule }),
    ...(branch && { branch: branch.map(orNone) }),
    ...(owner && { owner: owner.map(orNone) }),
    ...(contactId !== undefined && { contact: [contactId] }),
    ...(conversationId !== undefined && { conversation: [conversationId] }),
  };
}

const orNone = (name: string) => (name === "none" ? null : name);

/** Answers with the alert as it is after the act. The conversation in short is not changed by it. */
async function after(c: ApiContext, alertId: string, act: (ctx: Context) => Promise<AlertRecord>): Promise<z.infer<typeof AlertView>> {
  const { summary } = await readAlert(c.var.ctx, { id: alertId });
  const view = (alert: AlertRecord) => toAlertView({ alert, summary });
  return view(await act(idempotent(c, 200, view)));
}

export const alerts = newRouter()
  .openapi(listRoute, async (c) => {
    const query = c.req.valid("query");
    const page = await listAlerts(c.var.ctx, { filter: toFilter(query), page: toPageQuery(c, query) });
    return c.json(toPage(c, page, toAlertView), 200);
  })
  .openapi(readRoute, async (c) => c.json(toAlertDetailView(await readAlert(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(acknowledgeRoute, async (c) => {
    const given = c.req.valid("param");
    return c.json(await after(c, given.id, (ctx) => acknowledgeAlert(ctx, given)), 200);
  })
  .openapi(takeOverRoute, async (c) => {
    const given = c.req.valid("param");
    return c.json(await after(c, given.id, (ctx) => takeOverAlert(ctx, given)), 200);
  })
  .openapi(releaseRoute, async (c) => {
    const given = c.req.valid("param");
    return c.json(await after(c, given.id, (ctx) => releaseAlert(ctx, given)), 200);
  })
  .openapi(resolveRoute, async (c) => {
    const given = c.req.valid("param");
    return c.json(await after(c, given.id, (ctx) => resolveAlert(ctx, given)), 200);
  })
  .openapi(dismissRoute, async (c) => {
    const given = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(await after(c, given.id, (ctx) => dismissAlert(ctx, given)), 200);
  });

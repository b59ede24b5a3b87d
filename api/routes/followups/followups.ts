import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { commaList, idParameter, PageParameters, pageOf, pageOfRows, pageParameters, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { FollowUpView, TriggerReportView, toFollowUpView, toTriggerReportView } from "#api/views/followup.ts";
import { OperationView, toOperationView } from "#api/views/operations/operation.ts";
import { customTriggerSchema, followUpKinds, followUpStates } from "#core/model/followup.ts";
import { presets } from "#core/rules/followups/presets.ts";
import { day } from "#core/rules/time.ts";
import { backfillFollowUps } from "#core/usecases/followups/backfill.ts";
import { getFollowUp, listFollowUps } from "#core/usecases/followups/find-followup.ts";
import { remind } from "#core/usecases/followups/remind.ts";
import { reportFollowUps } from "#core/usecases/followups/report-followups.ts";
import { body, json } from "../answers.ts";
import { line, momentInput } from "../inputs.ts";

const tags = ["Follow-ups"];
export const FollowUpParams = z.object({ id: idParameter("follow-up", "fup") });

const ListQuery = z.strictObject({
  state: commaList(followUpStates, "Only these states"),
  kind: commaList(followUpKinds, "Only these kinds"),
  trigger: z.string().min(1).max(100).optional().meta({ description: "Only this trigger", example: "ghosting" }),
  contactId: z.string().min(1).max(100).optional().meta({ description: "Only of this contact" }),
  dueBefore: momentInput.optional().meta({ description: "Only those due before then", example: "2026-11-25T00:00:00Z" }),
  ...pageParameters,
});

const listRoute = createRoute({
  method: "get",
  path: "/followups",
  operationId: "listFollowUps",
  tags,
  summary: "Who needs attention, and why",
  description: "The queue: by due time, earliest first. `state=proposed` waits for a decision.",
  request: { query: ListQuery },
  responses: { 200: json("A page of follow-ups", pageOf(FollowUpView)), ...problems(401, 403, 422) },
});

const ReportQuery = z.strictObject({
  from: momentInput.optional().meta({ description: "By default 30 days ago", example: "2026-11-01T00:00:00Z" }),
  to: momentInput.optional().meta({ description: "By default now", example: "2026-12-01T00:00:00Z" }),
  ...pageParameters,
});

const reportRoute = createRoute({
  method: "get",
  path: "/followups/report",
  operationId: "reportFollowUps",
  tags,
  summary: "How follow-ups did, by trigger",
  description: "Of those made in the span: how many were sent, answered and converted.",
  request: { query: ReportQuery },
  responses: { 200: json("A page of lines, one for each trigger", pageOf(TriggerReportView)), ...problems(401, 403, 422) },
});

const presetsRoute = createRoute({
  method: "get",
  path: "/followups/presets",
  operationId: "listTriggerPresets",
  tags,
  summary: "Triggers to begin with",
  description: "Put one, as it is or changed, into `followUps.custom` of the settings; a plan shows whom it would reach.",
  request: { query: PageParameters },
  responses: { 200: json("A page of presets", pageOf(customTriggerSchema.meta({ id: "CustomTrigger" }))), ...problems(401, 403, 422) },
});

const readRoute = createRoute({
  method: "get",
  path: "/followups/{id}",
  operationId: "getFollowUp",
  tags,
  summary: "Read one follow-up",
  description: "With the text that would be sent and its fingerprint.",
  request: { params: FollowUpParams },
  responses: { 200: json("The follow-up", FollowUpView), ...problems(401, 403, 404, 422) },
});

const ReminderInput = z
  .strictObject({
    contactId: z.string().min(1).max(100).meta({ example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
    dueAt: momentInput.meta({ description: "When to come back to them", example: "2026-12-01T09:00:00Z" }),
    reason: line(200).default("reminder").meta({ description: "What for", example: "Ask how the move went" }),
    text: line(4096).optional().meta({ description: "What to say; else it is suggested", example: "Hi Ana, how did the move go?" }),
  })
  .meta({ id: "NewReminder" });

const remindRoute = createRoute({
  method: "post",
  path: "/followups",
  operationId: "createReminder",
  tags,
  summary: "Set a reminder",
  description: "A follow-up at a time of your choice; it waits for approval like any other.",
  request: { body: body(ReminderInput) },
  responses: { 201: json("The follow-up", FollowUpView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

const backfillRoute = createRoute({
  method: "post",
  path: "/followups/backfill",
  operationId: "backfillFollowUps",
  tags,
  summary: "Let a trigger look back once",
  description:
    "New triggers look forward only; `followUps[].passed` of a settings plan says how many contacts this reaches. They are proposed, never sent at once.",
  request: {
    body: body(z.strictObject({ trigger: z.string().min(1).max(100).meta({ example: "ghosting" }) }).meta({ id: "Backfill" })),
  },
  responses: { 202: json("Begun", OperationView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

export const followUps = newRouter()
  .openapi(backfillRoute, async (c) =>
    c.json(toOperationView(await backfillFollowUps(idempotent(c, 202, toOperationView), c.req.valid("json"))), 202),
  )
  .openapi(listRoute, async (c) => {
    const { limit, cursor, ...given } = c.req.valid("query");
    const filter = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const page = await listFollowUps(c.var.ctx, { filter, page: toPageQuery(c, c.req.valid("query")) });
    return c.json(toPage(c, page, toFollowUpView), 200);
  })
  .openapi(reportRoute, async (c) => {
    const { to = c.var.ctx.now(), from = to - 30 * day } = c.req.valid("query");
    const lines = await reportFollowUps(c.var.ctx, { from, to });
    const page = pageOfRows(lines, toPageQuery(c, c.req.valid("query")), ({ kind, trigger }) => `${kind} ${trigger}`);
    return c.json(toPage(c, page, toTriggerReportView), 200);
  })
  .openapi(presetsRoute, (c) => {
    const page = pageOfRows(presets, toPageQuery(c, c.req.valid("query")), ({ name }) => name);
    return c.json(
      toPage(c, page, (preset) => preset),
      200,
    );
  })
  .openapi(remindRoute, async (c) => c.json(toFollowUpView(await remind(idempotent(c, 201, toFollowUpView), c.req.valid("json"))), 201))
  .openapi(readRoute, async (c) => c.json(toFollowUpView(await getFollowUp(c.var.ctx, c.req.valid("param"))), 200));

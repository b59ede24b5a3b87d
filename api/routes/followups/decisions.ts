import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { FollowUpView, toFollowUpView } from "#api/views/followup.ts";
import { approveFollowUp, dismissFollowUp, editFollowUp, snoozeFollowUp, withdrawFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { body, json } from "../answers.ts";
import { line, momentInput } from "../inputs.ts";
import { FollowUpParams } from "./followups.ts";

const tags = ["Follow-ups"];
const answers = { 200: json("The follow-up as it is now", FollowUpView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) };
const text = line(4096).meta({ example: "Hi Ana, here is the quote I promised." });
const reason = line(200).optional().meta({ description: "For the record", example: "already called her" });

const approveRoute = createRoute({
  method: "post",
  path: "/followups/{id}/approve",
  operationId: "approveFollowUp",
  tags,
  summary: "Approve the text that was shown",
  description:
    "It goes when it is due and the contact may be written to. A text that has changed since the fingerprint was given is a conflict, and so is a second approval. `text` sends other words in its place.",
  request: {
    params: FollowUpParams,
    body: body(
      z
        .strictObject({
          fingerprint: z.string().min(1).max(100).meta({ description: "Of the text that was shown", example: "9f86d081884c7d659a2feaa0c55ad015" }),
          text: text.optional(),
        })
        .meta({ id: "Approval" }),
    ),
  },
  responses: answers,
});

const editRoute = createRoute({
  method: "post",
  path: "/followups/{id}/edit",
  operationId: "editFollowUp",
  tags,
  summary: "Write another text",
  description: "The original is kept and the difference shown. The fingerprint changes with the text.",
  request: { params: FollowUpParams, body: body(z.strictObject({ text }).meta({ id: "FollowUpEdit" })) },
  responses: answers,
});

const dismissRoute = createRoute({
  method: "post",
  path: "/followups/{id}/dismiss",
  operationId: "dismissFollowUp",
  tags,
  summary: "Decide against it",
  description: "Its trigger does not come again in this run of messages.",
  request: { params: FollowUpParams, body: body(z.strictObject({ reason }).meta({ id: "Dismissal" })) },
  responses: answers,
});

const snoozeRoute = createRoute({
  method: "post",
  path: "/followups/{id}/snooze",
  operationId: "snoozeFollowUp",
  tags,
  summary: "Ask again later",
  description: "It is proposed again when the time has come.",
  request: {
    params: FollowUpParams,
    body: body(z.strictObject({ until: momentInput.meta({ example: "2026-12-01T09:00:00Z" }) }).meta({ id: "Snooze" })),
  },
  responses: answers,
});

const withdrawRoute = createRoute({
  method: "post",
  path: "/followups/{id}/withdraw",
  operationId: "withdrawFollowUp",
  tags,
  summary: "Take it back",
  description: "Also one that was approved, as long as it has not been sent.",
  request: { params: FollowUpParams, body: body(z.strictObject({ reason }).meta({ id: "Withdrawal" })) },
  responses: answers,
});

export const followUpDecisions = newRouter()
  .openapi(approveRoute, async (c) =>
    c.json(toFollowUpView(await approveFollowUp(idempotent(c, 200, toFollowUpView), { ...c.req.valid("json"), ...c.req.valid("param") })), 200),
  )
  .openapi(editRoute, async (c) =>
    c.json(toFollowUpView(await editFollowUp(idempotent(c, 200, toFollowUpView), { ...c.req.valid("json"), ...c.req.valid("param") })), 200),
  )
  .openapi(dismissRoute, async (c) => {
    const { reason: why = null } = c.req.valid("json");
    return c.json(toFollowUpView(await dismissFollowUp(idempotent(c, 200, toFollowUpView), { reason: why, ...c.req.valid("param") })), 200);
  })
  .openapi(snoozeRoute, async (c) =>
    c.json(toFollowUpView(await snoozeFollowUp(idempotent(c, 200, toFollowUpView), { ...c.req.valid("json"), ...c.req.valid("param") })), 200),
  )
  .openapi(withdrawRoute, async (c) => {
    const { reason: why = null } = c.req.valid("json");
    return c.json(toFollowUpView(await withdrawFollowUp(idempotent(c, 200, toFollowUpView), { reason: why, ...c.req.valid("param") })), 200);
  });

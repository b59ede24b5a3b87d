import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { ConsentView, RecordedConsentView, toConsentView, toRecordedConsentView } from "#api/views/contacts/consent.ts";
import { consentDecisions } from "#core/model/people/consent.ts";
import { listConsents } from "#core/usecases/consents/list-consents.ts";
import { recordConsent } from "#core/usecases/consents/record-consent.ts";
import { body, json } from "../answers.ts";
import { line } from "../inputs.ts";
import { ContactParams } from "./contacts.ts";

const tags = ["Contacts"];

const ConsentInput = z
  .strictObject({
    decision: z.enum(consentDecisions).meta({ description: "To or against marketing and follow-ups", example: "opt_out" }),
    reason: line(500).optional().meta({ example: "Asked on the phone" }),
  })
  .meta({ id: "NewConsent" });

const recordRoute = createRoute({
  method: "post",
  path: "/contacts/{id}/consents",
  operationId: "recordConsent",
  tags,
  summary: "Keep what a contact said about marketing and follow-ups",
  description: "Appended to the ledger; the last word counts. Answers to what the contact writes are sent all the same.",
  request: { params: ContactParams, body: body(ConsentInput) },
  responses: { 201: json("The line, and the contact as it is now", RecordedConsentView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

const listRoute = createRoute({
  method: "get",
  path: "/contacts/{id}/consents",
  operationId: "listConsents",
  tags,
  summary: "What a contact said about marketing and follow-ups, oldest first",
  description: "The whole ledger, nothing is ever taken out of it.",
  request: { params: ContactParams, query: PageParameters },
  responses: { 200: json("A page of lines", pageOf(ConsentView)), ...problems(401, 403, 404, 410, 422) },
});

export const contactConsents = newRouter()
  .openapi(recordRoute, async (c) => {
    const { decision, reason = null } = c.req.valid("json");
    const source = c.var.ctx.actor.kind === "staff" ? "staff" : "api";
    const said = { contactId: c.req.valid("param").id, decision, reason, source } as const;
    return c.json(toRecordedConsentView(await recordConsent(idempotent(c, 201, toRecordedConsentView), said)), 201);
  })
  .openapi(listRoute, async (c) => {
    const input = { ...c.req.valid("param"), page: toPageQuery(c, c.req.valid("query")) };
    return c.json(toPage(c, await listConsents(c.var.ctx, input), toConsentView), 200);
  });

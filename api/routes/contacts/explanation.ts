import { createRoute, z } from "@hono/zod-openapi";
import { momentParameter } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { ExplanationView, toExplanationView } from "#api/views/contacts/explanation.ts";
import { explainContact } from "#core/usecases/contacts/explain-contact.ts";
import { json } from "../answers.ts";
import { ContactParams } from "./contacts.ts";

const explanationRoute = createRoute({
  method: "get",
  path: "/contacts/{id}/explanation",
  operationId: "explainContact",
  tags: ["Score and stage"],
  summary: "Explain everything that is derived from a contact",
  description: "Status, stage, score, sentiment, VIP and at-risk: the rule, the facts with their words, the arithmetic, and when time changes it.",
  request: { params: ContactParams, query: z.strictObject({ asOf: momentParameter("Facts up to then, under today's settings") }) },
  responses: { 200: json("What was decided, and why", ExplanationView), ...problems(401, 403, 404, 410, 422) },
});

export const contactExplanation = newRouter().openapi(explanationRoute, async (c) => {
  const { id } = c.req.valid("param");
  return c.json(toExplanationView(id, await explainContact(c.var.ctx, { id, ...c.req.valid("query") })), 200);
});

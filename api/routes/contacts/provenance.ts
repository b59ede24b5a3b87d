import { createRoute } from "@hono/zod-openapi";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { ProvenanceView, toProvenanceView } from "#api/views/contacts/provenance.ts";
import { readProvenance } from "#core/usecases/contacts/provenance.ts";
import { json } from "../answers.ts";
import { ContactParams } from "./contacts.ts";

const provenanceRoute = createRoute({
  method: "get",
  path: "/contacts/{id}/provenance",
  operationId: "getContactProvenance",
  tags: ["Contacts"],
  summary: "Say where each field of a contact comes from",
  description:
    "Value, source, confidence, time and the fact with its words; the values that lost beside it. Human > verified > integration > detected.",
  request: { params: ContactParams },
  responses: { 200: json("Every field", ProvenanceView), ...problems(401, 403, 404, 410, 422) },
});

export const contactProvenance = newRouter().openapi(provenanceRoute, async (c) =>
  c.json(toProvenanceView(await readProvenance(c.var.ctx, c.req.valid("param"))), 200),
);

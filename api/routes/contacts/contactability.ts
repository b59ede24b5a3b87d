import { createRoute, z } from "@hono/zod-openapi";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { iso, isoOrNull, Moment } from "#api/views/moment.ts";
import { type Contactability, contactabilityDecisions, contactabilityReasons } from "#core/model/contactability.ts";
import { purposes } from "#core/model/delivery.ts";
import { channels } from "#core/model/vocabulary.ts";
import { readContactability } from "#core/usecases/contactability/read-contactability.ts";
import { json } from "../answers.ts";
import { momentInput } from "../inputs.ts";
import { ContactParams } from "./contacts.ts";

const ContactabilityView = z
  .object({
    decision: z.enum(contactabilityDecisions).meta({ description: "`delay`: not before `until`", example: "delay" }),
    until: Moment.nullable(),
    reasons: z
      .array(z.object({ code: z.enum(contactabilityReasons), detail: z.string(), until: Moment.nullable() }))
      .meta({ description: "All that speak against it, first the one that decides" }),
  })
  .meta({ id: "Contactability" });

const Query = z.strictObject({
  channel: z.enum(channels).optional().meta({ description: "By default where they wrote last", example: "telegram" }),
  purpose: z.enum(purposes).default("follow_up").meta({ description: "What it is for", example: "marketing" }),
  at: momentInput.optional().meta({ description: "By default now", example: "2026-11-24T22:00:00Z" }),
});

const readRoute = createRoute({
  method: "get",
  path: "/contacts/{id}/contactability",
  operationId: "getContactability",
  tags: ["Contacts"],
  summary: "May this person be written to?",
  description: "Opt-outs, blocks, windows, takeover, quiet hours and frequency: the decision that previews, approvals and sending go by.",
  request: { params: ContactParams, query: Query },
  responses: { 200: json("The decision, and why", ContactabilityView), ...problems(401, 403, 404, 410, 422) },
});

function toView({ decision, until, reasons }: Contactability): z.infer<typeof ContactabilityView> {
  return {
    decision,
    until: isoOrNull(until),
    reasons: reasons.map((reason) => ({ ...reason, until: reason.until === null ? null : iso(reason.until) })),
  };
}

export const contactability = newRouter().openapi(readRoute, async (c) =>
  c.json(toView(await readContactability(c.var.ctx, { ...c.req.valid("param"), ...c.req.valid("query") })), 200),
);

import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { adminOnly } from "#api/operations.ts";
import { PageParameters, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { CreditsView, CreditView, toCreditView } from "#api/views/credit.ts";
import { addCredits } from "#core/usecases/credits/add-credits.ts";
import { readCredits } from "#core/usecases/credits/read-credits.ts";
import { body, json } from "../answers.ts";
import { line } from "../inputs.ts";

const tags = ["Credits"];
const most = 1_000_000_000;
const CreditInput = z
  .strictObject({
    amount: z
      .int()
      .min(-most)
      .max(most)
      .refine((amount) => amount !== 0, "is not 0")
      .meta({ description: "Positive: a top-up; negative: a correction", example: 100 }),
    note: line(200).optional().meta({ example: "Invoice 2026-118" }),
  })
  .meta({ id: "NewCredits" });

const readRoute = createRoute({
  method: "get",
  path: "/credits",
  operationId: "readCredits",
  tags,
  summary: "Read the balance and the ledger",
  description: "A text that an LLM has suggested costs 2 credits. Without enough of them the text of the template stands.",
  request: { query: PageParameters },
  responses: { 200: json("The balance and a page of entries", CreditsView), ...problems(401, 403, 422) },
});

const addRoute = createRoute({
  method: "post",
  path: "/credits",
  operationId: "addCredits",
  tags,
  ...adminOnly,
  summary: "Add credits or correct the balance",
  description: "From the first top-up on the balance limits what is written. Entries are never changed: another corrects them.",
  request: { body: body(CreditInput) },
  responses: { 201: json("The entry", CreditView), ...problems(401, 403, 409, 410, 413, 415, 422, 503) },
});

export const credits = newRouter()
  .openapi(readRoute, async (c) => {
    const { entries, ...credits } = await readCredits(c.var.ctx, { page: toPageQuery(c, c.req.valid("query")) });
    const { data, nextCursor } = toPage(c, entries, toCreditView);
    return c.json({ ...credits, entries: data, nextCursor }, 200);
  })
  .openapi(addRoute, async (c) => c.json(toCreditView(await addCredits(idempotent(c, 201, toCreditView), c.req.valid("json"))), 201));

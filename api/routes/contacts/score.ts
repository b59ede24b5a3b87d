import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { flagParameter, momentParameter } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { ContactView, toContactView } from "#api/views/contacts/contact.ts";
import { ScoreView, toScoreView } from "#api/views/contacts/score.ts";
import { MessageView, toMessageView } from "#api/views/messages/message.ts";
import { iso, Moment } from "#api/views/moment.ts";
import { sentimentLevels, sentimentTrends, stages } from "#core/model/vocabulary.ts";
import { type Adjusted, adjustScore } from "#core/usecases/contacts/adjust-score.ts";
import { explainScore } from "#core/usecases/contacts/explain-score.ts";
import { getSentiment } from "#core/usecases/contacts/get-sentiment.ts";
import { setContactStage } from "#core/usecases/contacts/set-stage.ts";
import { body, json } from "../answers.ts";
import { line } from "../inputs.ts";
import { ContactParams } from "./contacts.ts";

const tags = ["Score and stage"];

const scoreRoute = createRoute({
  method: "get",
  path: "/contacts/{id}/score",
  operationId: "getContactScore",
  tags,
  summary: "Explain a contact's score",
  description: "A line for every hit and every step; they add up to `raw`.",
  request: {
    params: ContactParams,
    query: z.strictObject({
      asOf: momentParameter("Facts up to then, under today's settings"),
      verify: flagParameter("Fold everything from the facts again and compare"),
    }),
  },
  responses: { 200: json("The score and its arithmetic", ScoreView), ...problems(401, 403, 404, 410, 422) },
});

const reason = line(500).meta({ description: "For whoever reads the explanation", example: "Met at the fair" });
const AdjustmentInput = z
  .union(
    [
      z.strictObject({ points: z.int().min(-1000).max(1000).meta({ example: 10 }), reason }),
      z.strictObject({
        setTo: z.int().min(0).max(100).meta({ description: "Kept as the difference to the score of this moment", example: 75 }),
        reason,
      }),
    ],
    { error: "needs points or setTo, and a reason" },
  )
  .meta({ id: "ScoreAdjustment", example: { points: 10, reason: "Met at the fair" } });

const AdjustmentView = z.object({
  adjustment: z.object({
    id: z.string().meta({ example: "adj_01kaw3v6h0abcdefghjkmnpqrs" }),
    points: z.number().meta({ example: 10 }),
    setTo: z.number().nullable().meta({ example: null }),
    reason,
    by: z.string(),
    at: Moment,
  }),
  contact: ContactView,
});

const adjustRoute = createRoute({
  method: "post",
  path: "/contacts/{id}/score-adjustments",
  operationId: "adjustContactScore",
  tags,
  summary: "Give or take points by hand",
  description: "`points` adds, `setTo` sets; both are kept as points, with the reason.",
  request: { params: ContactParams, body: body(AdjustmentInput) },
  responses: { 201: json("The adjustment, and the contact as it is now", AdjustmentView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

function toAdjustedView(adjusted: Adjusted): z.infer<typeof AdjustmentView> {
  const { id, points, setTo, reason, by, at } = adjusted.adjustment;
  return { adjustment: { id, points, setTo, reason, by, at: iso(at) }, contact: toContactView(adjusted) };
}

const stageRoute = createRoute({
  method: "put",
  path: "/contacts/{id}/stage",
  operationId: "setContactStage",
  tags,
  summary: "Set a contact's stage",
  description: "Any stage, back too; it holds until later evidence moves it forward.",
  request: {
    params: ContactParams,
    body: body(z.strictObject({ stage: z.enum(stages).meta({ example: "closing" }), reason: line(500).optional() }).meta({ id: "StageChange" })),
  },
  responses: { 200: json("The contact as it is now", ContactView), ...problems(401, 403, 404, 410, 413, 415, 422, 503) },
});

const SentimentView = z.object({
  score: z.number().nullable().meta({ example: 0.35 }),
  level: z.enum(sentimentLevels).nullable().meta({ example: "positive" }),
  messages: z.int().meta({ description: "Messages that carry a tone", example: 3 }),
  trend: z.enum(sentimentTrends).nullable(),
  strongest: z.array(MessageView).meta({ description: "The two messages with the strongest tone" }),
});

const sentimentRoute = createRoute({
  method: "get",
  path: "/contacts/{id}/sentiment",
  operationId: "getContactSentiment",
  tags,
  summary: "Tone of a contact",
  description: "With the messages that say it most strongly.",
  request: { params: ContactParams },
  responses: { 200: json("The tone", SentimentView), ...problems(401, 403, 404, 410, 422) },
});

export const contactScore = newRouter()
  .openapi(scoreRoute, async (c) => c.json(toScoreView(await explainScore(c.var.ctx, { ...c.req.valid("param"), ...c.req.valid("query") })), 200))
  .openapi(adjustRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(toAdjustedView(await adjustScore(idempotent(c, 201, toAdjustedView), input)), 201);
  })
  .openapi(stageRoute, async (c) => {
    const { stage, reason = null } = c.req.valid("json");
    const contact = await setContactStage(c.var.ctx, { ...c.req.valid("param"), stage, reason });
    return c.json(toContactView(contact), 200);
  })
  .openapi(sentimentRoute, async (c) => {
    const { contact, strongest } = await getSentiment(c.var.ctx, c.req.valid("param"));
    const { sentiment, sentimentLevel: level, sentimentTrend: trend, state } = contact;
    return c.json({ score: sentiment, level, trend, messages: state.tonedCount, strongest: strongest.map(toMessageView) }, 200);
  });

import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { commaList, idParameter, pageOf, pageParameters, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { DeliveryView, toDeliveryView } from "#api/views/messages/delivery.ts";
import { deliveryStates } from "#core/model/delivery.ts";
import { getDelivery, listDeliveries } from "#core/usecases/deliveries/deliveries.ts";
import { reply } from "#core/usecases/deliveries/reply.ts";
import { resolutions, resolveDelivery } from "#core/usecases/deliveries/resolve-delivery.ts";
import { body, json } from "../answers.ts";
import { MediaInput, messageText } from "../inputs.ts";

const tags = ["Deliveries"];
const Params = z.object({ id: idParameter("delivery", "dlv") });

const replyRoute = createRoute({
  method: "post",
  path: "/conversations/{id}/messages",
  operationId: "replyToConversation",
  tags,
  summary: "Reply to a customer",
  description: "Puts the message on its way through the send ledger, at the platform's pace; replies of one conversation go in order.",
  request: {
    params: z.object({ id: idParameter("conversation", "cnv") }),
    body: body(
      z
        .strictObject({
          text: messageText.default("").meta({ example: "Yes, we have a room for you." }),
          media: z.array(MediaInput).max(1).default([]),
        })
        .meta({ id: "NewReply" }),
    ),
  },
  responses: {
    201: json("Queued; read the delivery to see what becomes of it", DeliveryView),
    ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503),
  },
});

const listRoute = createRoute({
  method: "get",
  path: "/deliveries",
  operationId: "listDeliveries",
  tags,
  summary: "The send ledger, newest first",
  description: "`state=unknown` is what waits for a person's word.",
  request: {
    query: z.strictObject({
      state: commaList(deliveryStates, "Only in one of these states"),
      conversation: z.string().max(100).optional().meta({ description: "Only of this conversation" }),
      ...pageParameters,
    }),
  },
  responses: { 200: json("A page of deliveries", pageOf(DeliveryView)), ...problems(401, 403, 422) },
});

const readRoute = createRoute({
  method: "get",
  path: "/deliveries/{id}",
  operationId: "getDelivery",
  tags,
  summary: "Read one delivery",
  description: "How far a message has come.",
  request: { params: Params },
  responses: { 200: json("The delivery", DeliveryView), ...problems(401, 403, 404, 422) },
});

const resolveRoute = createRoute({
  method: "post",
  path: "/deliveries/{id}/resolve",
  operationId: "resolveDelivery",
  tags,
  summary: "Settle an unknown delivery",
  description: "Say what you have found out, by looking into the chat: it was `sent`, it `failed`, or it is to be sent again.",
  request: {
    params: Params,
    body: body(z.strictObject({ resolution: z.enum(resolutions).meta({ example: "sent" }) }).meta({ id: "DeliveryResolution" })),
  },
  responses: { 200: json("The delivery as it is now", DeliveryView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

export const deliveries = newRouter()
  .openapi(replyRoute, async (c) => {
    const { id: conversationId } = c.req.valid("param");
    return c.json(toDeliveryView(await reply(idempotent(c, 201, toDeliveryView), { conversationId, ...c.req.valid("json") })), 201);
  })
  .openapi(listRoute, async (c) => {
    const { state, conversation } = c.req.valid("query");
    const filter = { ...(state ? { state } : {}), ...(conversation ? { conversationId: conversation } : {}) };
    const page = await listDeliveries(c.var.ctx, { ...filter, page: toPageQuery(c, c.req.valid("query")) });
    return c.json(toPage(c, page, toDeliveryView), 200);
  })
  .openapi(readRoute, async (c) => c.json(toDeliveryView(await getDelivery(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(resolveRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(toDeliveryView(await resolveDelivery(idempotent(c, 200, toDeliveryView), input)), 200);
  });

import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { idParameter } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { ConversationView, toConversationView } from "#api/views/messages/conversation.ts";
import { getConversation } from "#core/usecases/conversations/get-conversation.ts";
import { release, takeOver } from "#core/usecases/conversations/take-over.ts";
import { json } from "../answers.ts";

const Params = z.object({ id: idParameter("conversation", "cnv") });

const readRoute = createRoute({
  method: "get",
  path: "/conversations/{id}",
  operationId: "getConversation",
  tags: ["History"],
  summary: "Read one conversation",
  description: "All messages of one identity on one channel account, for ever.",
  request: { params: Params },
  responses: { 200: json("The conversation", ConversationView), ...problems(401, 403, 404, 422) },
});

const takeOverRoute = createRoute({
  method: "post",
  path: "/conversations/{id}/take-over",
  operationId: "takeOverConversation",
  tags: ["History"],
  summary: "Take a conversation over",
  description: "The bot is silent there until it is released, also with what waits to be sent. Somebody else's is a conflict.",
  request: { params: Params },
  responses: { 200: json("The conversation", ConversationView), ...problems(401, 403, 404, 409, 410, 422, 503) },
});

const releaseRoute = createRoute({
  method: "post",
  path: "/conversations/{id}/release",
  operationId: "releaseConversation",
  tags: ["History"],
  summary: "Give a conversation back",
  description: "The bot may speak there again.",
  request: { params: Params },
  responses: { 200: json("The conversation", ConversationView), ...problems(401, 403, 404, 409, 410, 422, 503) },
});

export const conversations = newRouter()
  .openapi(readRoute, async (c) => c.json(toConversationView(await getConversation(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(takeOverRoute, async (c) => c.json(toConversationView(await takeOver(idempotent(c, 200, toConversationView), c.req.valid("param"))), 200))
  .openapi(releaseRoute, async (c) => c.json(toConversationView(await release(idempotent(c, 200, toConversationView), c.req.valid("param"))), 200));

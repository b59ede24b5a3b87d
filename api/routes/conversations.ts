import { createRoute, z } from "@hono/zod-openapi";
import { getConversation } from "#core/usecases/conversations/get-conversation.ts";
import { idParameter } from "../page.ts";
import { problems } from "../problem.ts";
import { newRouter } from "../router.ts";
import { ConversationView, toConversationView } from "../views/conversation.ts";
import { json } from "./answers.ts";

const readRoute = createRoute({
  method: "get",
  path: "/conversations/{id}",
  operationId: "getConversation",
  tags: ["History"],
  summary: "Read one conversation",
  description: "All messages of one identity on one channel account, for ever.",
  request: { params: z.object({ id: idParameter("conversation", "cnv") }) },
  responses: { 200: json("The conversation", ConversationView), ...problems(401, 403, 404, 422) },
});

export const conversations = newRouter().openapi(readRoute, async (c) =>
  c.json(toConversationView(await getConversation(c.var.ctx, c.req.valid("param"))), 200),
);

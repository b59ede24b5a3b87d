import { createRoute, z } from "@hono/zod-openapi";
import { sealCursor } from "#api/http/list-cursor.ts";
import { commaList, PageParameters, pageOf, pageParameters, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { TimelineEntryView, toTimelineEntryView } from "#api/views/contacts/timeline.ts";
import { ConversationView, toConversationView } from "#api/views/messages/conversation.ts";
import { groupMessages } from "#api/views/messages/groups.ts";
import { MessageView, toMessageView } from "#api/views/messages/message.ts";
import { channels } from "#core/model/vocabulary.ts";
import { listConversations, listMessages } from "#core/usecases/contacts/contact-history.ts";
import { readTimeline } from "#core/usecases/contacts/read-timeline.ts";
import { json } from "../answers.ts";
import { ContactParams } from "./contacts.ts";

const tags = ["History"];

const MessageGroup = z
  .object({
    channel: z.enum(channels).optional(),
    date: z.iso.date().optional().meta({ description: "In the contact's zone, else the agent's", example: "2026-11-24" }),
    messages: z.array(MessageView),
  })
  .meta({ id: "MessageGroup" });

const messagesRoute = createRoute({
  method: "get",
  path: "/contacts/{id}/messages",
  operationId: "listContactMessages",
  tags,
  summary: "Messages of a contact on all channels, newest first",
  description: "With `group`, the messages of the page stand in groups by channel, by date or by both.",
  request: { params: ContactParams, query: z.strictObject({ ...pageParameters, group: commaList(["channel", "date"], "How to group the page") }) },
  responses: {
    200: json("A page of messages, or of groups", z.union([pageOf(MessageView), pageOf(MessageGroup)])),
    ...problems(401, 403, 404, 410, 422),
  },
});

const conversationsRoute = createRoute({
  method: "get",
  path: "/contacts/{id}/conversations",
  operationId: "listContactConversations",
  tags,
  summary: "Conversations of a contact",
  description: "One for each identity on a channel account.",
  request: { params: ContactParams, query: PageParameters },
  responses: { 200: json("A page of conversations", pageOf(ConversationView)), ...problems(401, 403, 404, 410, 422) },
});

const timelineRoute = createRoute({
  method: "get",
  path: "/contacts/{id}/timeline",
  operationId: "getContactTimeline",
  tags,
  summary: "Everything that happened with a contact, newest first",
  description: "Messages, actions, changes of status and stage, notes, score adjustments, edits, consents and merges.",
  request: { params: ContactParams, query: PageParameters },
  responses: { 200: json("A page of entries", pageOf(TimelineEntryView)), ...problems(401, 403, 404, 410, 422) },
});

export const contactHistory = newRouter()
  .openapi(messagesRoute, async (c) => {
    const { group } = c.req.valid("query");
    const { timeZone, ...page } = await listMessages(c.var.ctx, { ...c.req.valid("param"), page: toPageQuery(c, c.req.valid("query")) });
    if (!group) return c.json(toPage(c, page, toMessageView), 200);
    return c.json({ data: groupMessages(page.data, new Set(group), timeZone), nextCursor: sealCursor(c, page.nextCursor) }, 200);
  })
  .openapi(conversationsRoute, async (c) => {
    const input = { ...c.req.valid("param"), page: toPageQuery(c, c.req.valid("query")) };
    return c.json(toPage(c, await listConversations(c.var.ctx, input), toConversationView), 200);
  })
  .openapi(timelineRoute, async (c) => {
    const input = { ...c.req.valid("param"), page: toPageQuery(c, c.req.valid("query")) };
    const page = await readTimeline(c.var.ctx, input);
    return c.json(toPage(c, page, toTimelineEntryView), 200);
  });

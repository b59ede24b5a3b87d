import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { idParameter, PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { NoteView, toNoteView } from "#api/views/contacts/labels.ts";
import { addConversationNote, listConversationNotes } from "#core/usecases/notes.ts";
import { body, json } from "../answers.ts";
import { NoteInput } from "../contacts/notes.ts";

const tags = ["Conversations"];
const Params = z.object({ id: idParameter("conversation", "cnv") });

const listRoute = createRoute({
  method: "get",
  path: "/conversations/{id}/notes",
  operationId: "listConversationNotes",
  tags,
  summary: "Notes that staff wrote in a conversation, newest first",
  description: "Only staff see them. They are among the notes of its contact, too, where they are edited and deleted.",
  request: { params: Params, query: PageParameters },
  responses: { 200: json("A page of notes", pageOf(NoteView)), ...problems(401, 403, 404, 422) },
});

const addRoute = createRoute({
  method: "post",
  path: "/conversations/{id}/notes",
  operationId: "addConversationNote",
  tags,
  summary: "Write a note in a conversation",
  description: "Only staff see it. It is a note about the contact that stays with the conversation.",
  request: { params: Params, body: body(NoteInput) },
  responses: { 201: json("The note", NoteView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

export const conversationNotes = newRouter()
  .openapi(listRoute, async (c) => {
    const page = await listConversationNotes(c.var.ctx, { ...c.req.valid("param"), page: toPageQuery(c, c.req.valid("query")) });
    return c.json(toPage(c, page, toNoteView), 200);
  })
  .openapi(addRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(toNoteView(await addConversationNote(idempotent(c, 201, toNoteView), input)), 201);
  });

import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { idParameter, PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { NoteView, toNoteView } from "#api/views/contacts/labels.ts";
import { addNote, deleteNote, editNote, listNotes } from "#core/usecases/notes.ts";
import { body, json } from "../answers.ts";
import { line } from "../inputs.ts";
import { ContactParams } from "./contacts.ts";

const tags = ["Notes"];
export const NoteInput = z.strictObject({ text: line(10_000).meta({ example: "Prefers to be called after five." }) }).meta({ id: "NewNote" });
const NoteParams = ContactParams.extend({ noteId: idParameter("note", "not") });

const listRoute = createRoute({
  method: "get",
  path: "/contacts/{id}/notes",
  operationId: "listNotes",
  tags,
  summary: "Notes about a contact, newest first",
  description: "Only staff see them.",
  request: { params: ContactParams, query: PageParameters },
  responses: { 200: json("A page of notes", pageOf(NoteView)), ...problems(401, 403, 404, 410, 422) },
});

const addRoute = createRoute({
  method: "post",
  path: "/contacts/{id}/notes",
  operationId: "addNote",
  tags,
  summary: "Write a note about a contact",
  description: "Only staff see it.",
  request: { params: ContactParams, body: body(NoteInput) },
  responses: { 201: json("The note", NoteView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

const editRoute = createRoute({
  method: "patch",
  path: "/contacts/{id}/notes/{noteId}",
  operationId: "editNote",
  tags,
  summary: "Edit a note",
  description: "Replaces its text.",
  request: { params: NoteParams, body: body(NoteInput) },
  responses: { 200: json("The note", NoteView), ...problems(401, 403, 404, 410, 413, 415, 422, 503) },
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/contacts/{id}/notes/{noteId}",
  operationId: "deleteNote",
  tags,
  summary: "Delete a note",
  description: "It is gone for good.",
  request: { params: NoteParams },
  responses: { 204: { description: "Deleted" }, ...problems(401, 403, 404, 410, 422, 503) },
});

export const notes = newRouter()
  .openapi(listRoute, async (c) => {
    const { id: contactId } = c.req.valid("param");
    const page = await listNotes(c.var.ctx, { contactId, page: toPageQuery(c, c.req.valid("query")) });
    return c.json(toPage(c, page, toNoteView), 200);
  })
  .openapi(addRoute, async (c) => {
    const { id: contactId } = c.req.valid("param");
    return c.json(toNoteView(await addNote(idempotent(c, 201, toNoteView), { contactId, ...c.req.valid("json") })), 201);
  })
  .openapi(editRoute, async (c) => {
    const { id: contactId, noteId } = c.req.valid("param");
    return c.json(toNoteView(await editNote(c.var.ctx, { contactId, noteId, ...c.req.valid("json") })), 200);
  })
  .openapi(deleteRoute, async (c) => {
    const { id: contactId, noteId } = c.req.valid("param");
    await deleteNote(c.var.ctx, { contactId, noteId });
    return c.body(null, 204);
  });

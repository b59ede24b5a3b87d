import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { idParameter, PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { ContactView, toContactView } from "#api/views/contacts/contact.ts";
import { TagView, toTagView } from "#api/views/contacts/labels.ts";
import { attachTag, detachTag } from "#core/usecases/tags/contact-tags.ts";
import { createTag, deleteTag, getTag, listTags, renameTag } from "#core/usecases/tags/tags.ts";
import { body, json } from "../answers.ts";
import { line } from "../inputs.ts";
import { ContactParams } from "./contacts.ts";

const tags = ["Tags"];
const Params = z.object({ id: idParameter("tag", "tag") });
const name = line(100).meta({ description: "Unique, whatever its case and accents", example: "wholesale" });
const TagInput = z.strictObject({ name }).meta({ id: "NewTag" });

const listRoute = createRoute({
  method: "get",
  path: "/tags",
  operationId: "listTags",
  tags,
  summary: "List tags",
  description: "By name.",
  request: { query: PageParameters },
  responses: { 200: json("A page of tags", pageOf(TagView)), ...problems(401, 403, 422) },
});

const makeRoute = createRoute({
  method: "post",
  path: "/tags",
  operationId: "createTag",
  tags,
  summary: "Make a tag",
  description: "A name that is taken is a conflict that names its tag.",
  request: { body: body(TagInput) },
  responses: { 201: json("The tag", TagView), ...problems(401, 403, 409, 413, 415, 422, 503) },
});

const readRoute = createRoute({
  method: "get",
  path: "/tags/{id}",
  operationId: "getTag",
  tags,
  summary: "Read one tag",
  description: "Its id never changes; its name may.",
  request: { params: Params },
  responses: { 200: json("The tag", TagView), ...problems(401, 403, 404, 422) },
});

const renameRoute = createRoute({
  method: "patch",
  path: "/tags/{id}",
  operationId: "renameTag",
  tags,
  summary: "Rename a tag",
  description: "Contacts keep it under its new name.",
  request: { params: Params, body: body(z.strictObject({ name })) },
  responses: { 200: json("The tag", TagView), ...problems(401, 403, 404, 409, 413, 415, 422, 503) },
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/tags/{id}",
  operationId: "deleteTag",
  tags,
  summary: "Delete a tag",
  description: "It is taken off every contact.",
  request: { params: Params },
  responses: { 204: { description: "Deleted" }, ...problems(401, 403, 404, 422, 503) },
});

const TagChoice = z
  .union([z.strictObject({ tagId: z.string().min(1).max(100) }), z.strictObject({ name })], { error: "needs tagId, or a name" })
  .meta({ id: "TagChoice", description: "A tag that exists, or a name: it is made when it is new", example: { name: "wholesale" } });

const attachRoute = createRoute({
  method: "post",
  path: "/contacts/{id}/tags",
  operationId: "attachTag",
  tags,
  summary: "Put a tag on a contact",
  description: "One that it carries already changes nothing.",
  request: { params: ContactParams, body: body(TagChoice) },
  responses: { 200: json("The contact with its tags", ContactView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

const detachRoute = createRoute({
  method: "delete",
  path: "/contacts/{id}/tags/{tagId}",
  operationId: "detachTag",
  tags,
  summary: "Take a tag off a contact",
  description: "One that it does not carry changes nothing.",
  request: { params: ContactParams.extend({ tagId: idParameter("tag", "tag") }) },
  responses: { 200: json("The contact with its tags", ContactView), ...problems(401, 403, 404, 410, 422, 503) },
});

export const tagRoutes = newRouter()
  .openapi(listRoute, async (c) => c.json(toPage(c, await listTags(c.var.ctx, toPageQuery(c, c.req.valid("query"))), toTagView), 200))
  .openapi(makeRoute, async (c) => c.json(toTagView(await createTag(idempotent(c, 201, toTagView), c.req.valid("json"))), 201))
  .openapi(readRoute, async (c) => c.json(toTagView(await getTag(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(renameRoute, async (c) => c.json(toTagView(await renameTag(c.var.ctx, { ...c.req.valid("param"), ...c.req.valid("json") })), 200))
  .openapi(deleteRoute, async (c) => {
    await deleteTag(c.var.ctx, c.req.valid("param"));
    return c.body(null, 204);
  })
  .openapi(attachRoute, async (c) => {
    const { id: contactId } = c.req.valid("param");
    return c.json(toContactView(await attachTag(idempotent(c, 200, toContactView), { contactId, ...c.req.valid("json") })), 200);
  })
  .openapi(detachRoute, async (c) => {
    const { id: contactId, tagId } = c.req.valid("param");
    return c.json(toContactView(await detachTag(c.var.ctx, { contactId, tagId })), 200);
  });

import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { idParameter, PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { SegmentView, toSegmentView } from "#api/views/contacts/segment.ts";
import { createSegment, deleteSegment, getSegment, listSegments, updateSegment } from "#core/usecases/segments/segments.ts";
import { body, json } from "../answers.ts";
import { line } from "../inputs.ts";
import { FilterInput, toFilter } from "./filters.ts";

const tags = ["Segments"];
const Params = z.object({ id: idParameter("segment", "seg") });
const name = line(100).meta({ description: "Unique, whatever its case and accents", example: "Hot leads" });
const SegmentInput = z.strictObject({ name, filter: FilterInput }).meta({ id: "NewSegment" });
const SegmentPatch = z.strictObject({ name: name.optional(), filter: FilterInput.optional() }).meta({
  id: "SegmentPatch",
  description: "What is not given stays; a filter replaces the whole filter",
});

const listRoute = createRoute({
  method: "get",
  path: "/segments",
  operationId: "listSegments",
  tags,
  summary: "List segments",
  description: "By name.",
  request: { query: PageParameters },
  responses: { 200: json("A page of segments", pageOf(SegmentView)), ...problems(401, 403, 422) },
});

const makeRoute = createRoute({
  method: "post",
  path: "/segments",
  operationId: "createSegment",
  tags,
  summary: "Save a filter under a name",
  description: "Lists, exports and bulk work then take `segment`. A name that is taken is a conflict that names its segment.",
  request: { body: body(SegmentInput) },
  responses: { 201: json("The segment", SegmentView), ...problems(401, 403, 409, 410, 413, 415, 422, 503) },
});

const readRoute = createRoute({
  method: "get",
  path: "/segments/{id}",
  operationId: "getSegment",
  tags,
  summary: "Read one segment",
  description: "Its name and its filter. Who is in it is asked of the contact list: `segment=ID&total=true`.",
  request: { params: Params },
  responses: { 200: json("The segment", SegmentView), ...problems(401, 403, 404, 422) },
});

const updateRoute = createRoute({
  method: "patch",
  path: "/segments/{id}",
  operationId: "updateSegment",
  tags,
  summary: "Edit a segment",
  description: "Operations that have begun go on with the filter as it was.",
  request: { params: Params, body: body(SegmentPatch) },
  responses: { 200: json("The segment", SegmentView), ...problems(401, 403, 404, 409, 413, 415, 422, 503) },
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/segments/{id}",
  operationId: "deleteSegment",
  tags,
  summary: "Delete a segment",
  description: "The contacts in it stay as they are.",
  request: { params: Params },
  responses: { 204: { description: "Deleted" }, ...problems(401, 403, 404, 422, 503) },
});

export const segments = newRouter()
  .openapi(listRoute, async (c) => c.json(toPage(c, await listSegments(c.var.ctx, toPageQuery(c, c.req.valid("query"))), toSegmentView), 200))
  .openapi(makeRoute, async (c) => {
    const { name: given, filter } = c.req.valid("json");
    return c.json(toSegmentView(await createSegment(idempotent(c, 201, toSegmentView), { name: given, filter: toFilter(filter) })), 201);
  })
  .openapi(readRoute, async (c) => c.json(toSegmentView(await getSegment(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(updateRoute, async (c) => {
    const { name: given, filter } = c.req.valid("json");
    const input = { ...c.req.valid("param"), name: given, filter: filter && toFilter(filter) };
    return c.json(toSegmentView(await updateSegment(c.var.ctx, input)), 200);
  })
  .openapi(deleteRoute, async (c) => {
    await deleteSegment(c.var.ctx, c.req.valid("param"));
    return c.body(null, 204);
  });

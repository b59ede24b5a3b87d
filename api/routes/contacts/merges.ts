import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { notAudited } from "#api/operations.ts";
import { PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { MergedView, MergePreviewView, MergeView, toMergedView, toMergePreviewView, toMergeView } from "#api/views/contacts/merge.ts";
import { listMerges } from "#core/usecases/merges/list-merges.ts";
import { mergeContacts } from "#core/usecases/merges/merge-contacts.ts";
import { previewMerge } from "#core/usecases/merges/preview-merge.ts";
import { unmergeContacts } from "#core/usecases/merges/unmerge-contacts.ts";
import { body, json } from "../answers.ts";
import { ContactParams } from "./contacts.ts";

const tags = ["Contacts"];

const otherId = z.string().min(1).max(100).meta({ description: "The other contact", example: "con_01kaw3v6h0zyxwvtsrqpnmkjhg" });
const OtherInput = z.strictObject({ otherId }).meta({ id: "OtherContact" });
const MergeInput = z
  .strictObject({
    otherId,
    override: z
      .boolean()
      .default(false)
      .meta({ description: "They are one person although they are different ones on a channel account", example: false }),
  })
  .meta({ id: "NewMerge" });

const previewRoute = createRoute({
  method: "post",
  path: "/contacts/{id}/merge/preview",
  operationId: "previewMerge",
  ...notAudited,
  tags,
  summary: "What a merge would do",
  description: "Changes nothing: the contact as it would be, what moves, and what speaks against it.",
  request: { params: ContactParams, body: body(OtherInput) },
  responses: { 200: json("The merge, not carried out", MergePreviewView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

const mergeRoute = createRoute({
  method: "post",
  path: "/contacts/{id}/merge",
  operationId: "mergeContacts",
  tags,
  summary: "Make one record of two",
  description:
    "The contact of the path remains and gets everything of the other, whose id then answers 410 with `contactId`. Different identities on one channel account are a conflict that lists them as `vetoes`, unless `override` is true.",
  request: { params: ContactParams, body: body(MergeInput) },
  responses: { 200: json("The merge, and the contact as it is now", MergedView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

const unmergeRoute = createRoute({
  method: "post",
  path: "/contacts/{id}/unmerge",
  operationId: "unmergeContacts",
  tags,
  summary: "Take two records apart again",
  description:
    "The other id is a contact as it was, with what has come by its identities since. What was said about consent meanwhile is kept for both; but who has opted out is not opted in by a message of the other.",
  request: { params: ContactParams, body: body(OtherInput) },
  responses: {
    200: json("The merge that is undone, and the contact that remained", MergedView),
    ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503),
  },
});

const listRoute = createRoute({
  method: "get",
  path: "/contacts/{id}/merges",
  operationId: "listMerges",
  tags,
  summary: "Merges that a contact had part in, newest first",
  description: "Also those that were undone.",
  request: { params: ContactParams, query: PageParameters },
  responses: { 200: json("A page of merges", pageOf(MergeView)), ...problems(401, 403, 404, 410, 422) },
});

export const contactMerges = newRouter()
  .openapi(previewRoute, async (c) => {
    const input = { intoId: c.req.valid("param").id, fromId: c.req.valid("json").otherId };
    return c.json(toMergePreviewView(await previewMerge(idempotent(c, 200, toMergePreviewView), input)), 200);
  })
  .openapi(mergeRoute, async (c) => {
    const { otherId: fromId, override } = c.req.valid("json");
    const merge = { intoId: c.req.valid("param").id, fromId, override, cause: { kind: "staff", ref: null } } as const;
    return c.json(toMergedView(await mergeContacts(idempotent(c, 200, toMergedView), merge)), 200);
  })
  .openapi(unmergeRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(toMergedView(await unmergeContacts(idempotent(c, 200, toMergedView), input)), 200);
  })
  .openapi(listRoute, async (c) => {
    const input = { ...c.req.valid("param"), page: toPageQuery(c, c.req.valid("query")) };
    return c.json(toPage(c, await listMerges(c.var.ctx, input), toMergeView), 200);
  });

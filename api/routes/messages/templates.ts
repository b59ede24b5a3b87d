import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { notAudited } from "#api/operations.ts";
import { idParameter, PageParameters, pageOf, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { TemplatePreviewView, TemplateView, toTemplatePreviewView, toTemplateView } from "#api/views/messages/template.ts";
import { channels } from "#core/model/vocabulary.ts";
import { judgeTemplate } from "#core/usecases/templates/judge-template.ts";
import { previewTemplate } from "#core/usecases/templates/preview-template.ts";
import { createTemplate, deleteTemplate, getTemplate, listTemplates, updateTemplate } from "#core/usecases/templates/templates.ts";
import { body, json } from "../answers.ts";
import { line, messageText } from "../inputs.ts";

const tags = ["Templates"];
const Params = z.object({ id: idParameter("template", "tpl") });
const name = line(100).meta({ description: "Unique, whatever its case and accents", example: "Thank you" });
const language = z.string().min(1).max(20);
const texts = z
  .array(
    z.strictObject({
      language: language.meta({ description: "ISO 639-1; tl also for Taglish", example: "en" }),
      channel: z.enum(channels).nullable().default(null).meta({ description: "Null: for all channels that have no text of their own" }),
      text: messageText.meta({
        description:
          "{{name}} or {{name|fallback}}: name, first_name, email, phone, company, business, branch, promise, quote, attributes.KEY; \\{{ is {{",
        example: "Hi {{first_name|there}}, thank you for writing to {{business}}!",
      }),
    }),
  )
  .min(1)
  .max(100);
const TemplateInput = z.strictObject({ name, texts }).meta({ id: "NewTemplate" });
const TemplatePatch = z.strictObject({ name: name.optional(), texts: texts.optional() }).meta({
  id: "TemplatePatch",
  description: "What is not given stays; texts replace all texts",
});
const PreviewInput = z
  .strictObject({
    contactId: z.string().min(1).max(100).optional().meta({ description: "Who would read it; by default somebody nothing is known about" }),
    language: language.optional().meta({ description: "Asked for before the contact's own", example: "en" }),
    channel: z.enum(channels).optional().meta({ description: "By default where the contact wrote last", example: "telegram" }),
  })
  .meta({ id: "NewTemplatePreview" });

const listRoute = createRoute({
  method: "get",
  path: "/templates",
  operationId: "listTemplates",
  tags,
  summary: "List message templates",
  description: "By name.",
  request: { query: PageParameters },
  responses: { 200: json("A page of templates", pageOf(TemplateView)), ...problems(401, 403, 422) },
});

const makeRoute = createRoute({
  method: "post",
  path: "/templates",
  operationId: "createTemplate",
  tags,
  summary: "Save a message under a name",
  description: "Errors in its texts refuse it; `findings` are what to look at again. A name that is taken is a conflict that names its template.",
  request: { body: body(TemplateInput) },
  responses: { 201: json("The template", TemplateView), ...problems(401, 403, 409, 410, 413, 415, 422, 503) },
});

const readRoute = createRoute({
  method: "get",
  path: "/templates/{id}",
  operationId: "getTemplate",
  tags,
  summary: "Read one message template",
  description: "With what looks like a mistake in it.",
  request: { params: Params },
  responses: { 200: json("The template", TemplateView), ...problems(401, 403, 404, 422) },
});

const updateRoute = createRoute({
  method: "patch",
  path: "/templates/{id}",
  operationId: "updateTemplate",
  tags,
  summary: "Edit a message template",
  description: "What has been suggested already stays as it was shown.",
  request: { params: Params, body: body(TemplatePatch) },
  responses: { 200: json("The template", TemplateView), ...problems(401, 403, 404, 409, 413, 415, 422, 503) },
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/templates/{id}",
  operationId: "deleteTemplate",
  tags,
  summary: "Delete a message template",
  description: "One that a follow-up trigger names is a conflict that names the triggers.",
  request: { params: Params },
  responses: { 204: { description: "Deleted" }, ...problems(401, 403, 404, 409, 422, 503) },
});

const previewRoute = createRoute({
  method: "post",
  path: "/templates/{id}/preview",
  operationId: "previewTemplate",
  ...notAudited,
  tags,
  summary: "See what a contact would read",
  description: "Which text is chosen and why, and which variables are missing. Nothing is sent.",
  request: { params: Params, body: body(PreviewInput) },
  responses: { 200: json("The text", TemplatePreviewView), ...problems(401, 403, 404, 409, 410, 413, 415, 422, 503) },
});

export const templates = newRouter()
  .openapi(listRoute, async (c) => {
    const page = await listTemplates(c.var.ctx, { page: toPageQuery(c, c.req.valid("query")) });
    return c.json(
      toPage(c, page, (template) => toTemplateView(judgeTemplate(template))),
      200,
    );
  })
  .openapi(makeRoute, async (c) => c.json(toTemplateView(await createTemplate(idempotent(c, 201, toTemplateView), c.req.valid("json"))), 201))
  .openapi(readRoute, async (c) => c.json(toTemplateView(judgeTemplate(await getTemplate(c.var.ctx, c.req.valid("param")))), 200))
  .openapi(updateRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(toTemplateView(await updateTemplate(c.var.ctx, input)), 200);
  })
  .openapi(deleteRoute, async (c) => {
    await deleteTemplate(c.var.ctx, c.req.valid("param"));
    return c.body(null, 204);
  })
  .openapi(previewRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(toTemplatePreviewView(await previewTemplate(idempotent(c, 200, toTemplatePreviewView), input)), 200);
  });
